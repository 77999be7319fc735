/**
 * Decides which part of the picture a clip of another shape shows: a crop that follows faces
 * steadily, or the whole picture on a blurred ground. Owns the geometry, not the pixels.
 */
@NullMarked
package io.clipforge.media.reframe;

import org.jspecify.annotations.NullMarked;
