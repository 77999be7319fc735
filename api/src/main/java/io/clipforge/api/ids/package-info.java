/** Ids as the public sees them. */
@NullMarked
package io.clipforge.api.ids;

import org.jspecify.annotations.NullMarked;
