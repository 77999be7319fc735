/**
 * Makes the finished clip: cut, framed, captioned, at an even loudness, in one or more shapes. Owns
 * the ffmpeg runs and the gate every file passes; does not own which moment is rendered.
 */
@NullMarked
package io.clipforge.media.render;

import org.jspecify.annotations.NullMarked;
