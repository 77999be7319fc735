/**
 * WebVTT as the W3C's parser reads it, and its writing. Owns the file, its regions, styles, cues
 * and their markup; does not own what a subtitle means to a video.
 */
@NullMarked
package io.clipforge.media.captions.vtt;

import org.jspecify.annotations.NullMarked;
