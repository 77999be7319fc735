/**
 * Who changed what: one entry for each change, in a chain that cannot be changed unnoticed. Does
 * not know the features; they tell it, in the transaction of the change.
 */
@NullMarked
package io.clipforge.api.audit;

import org.jspecify.annotations.NullMarked;
