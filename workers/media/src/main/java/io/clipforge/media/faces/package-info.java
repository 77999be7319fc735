/** Finds faces in a video and follows each through its shot. */
@NullMarked
package io.clipforge.media.faces;

import org.jspecify.annotations.NullMarked;
