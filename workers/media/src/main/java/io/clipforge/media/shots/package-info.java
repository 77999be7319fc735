/** Finds the shots of a video: where one camera's picture is cut against the next. */
@NullMarked
package io.clipforge.media.shots;

import org.jspecify.annotations.NullMarked;
