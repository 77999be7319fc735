/** How much of what a caller may have, shared by all replicas. Does not own what costs money. */
@NullMarked
package io.clipforge.api.limits;

import org.jspecify.annotations.NullMarked;
