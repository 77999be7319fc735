/**
 * Tells who speaks when. Owns the voices of a sound and their turns; where anybody speaks at all is
 * found by {@code activity}.
 */
@NullMarked
package io.clipforge.speech.speakers;

import org.jspecify.annotations.NullMarked;
