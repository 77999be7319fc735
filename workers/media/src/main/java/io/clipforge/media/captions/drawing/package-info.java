/**
 * Draws captions: shaped text with a stroke and a shadow, the spoken word on a coloured plate,
 * colour emoji. Owns how a caption looks and where it stands; does not own when it is shown.
 */
@NullMarked
package io.clipforge.media.captions.drawing;

import org.jspecify.annotations.NullMarked;
