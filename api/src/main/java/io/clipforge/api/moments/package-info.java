/** Moments: the ranked candidates of an asset, and what people decided about them. */
@NullMarked
package io.clipforge.api.moments;

import org.jspecify.annotations.NullMarked;
