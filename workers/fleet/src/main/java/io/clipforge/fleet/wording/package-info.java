/**
 * Makes the bare words of an engine look as people write them. Owns capitals and numbers; does not
 * own what was said or when.
 */
@NullMarked
package io.clipforge.fleet.wording;

import org.jspecify.annotations.NullMarked;
