package io.clipforge.media.sound;

import org.jspecify.annotations.Nullable;

/**
 * What is done to a clip's sound before it is brought to its loudness.
 *
 * @param denoise whether steady noise is taken out
 * @param music laid under it; absent for none
 */
public record Treatment(boolean denoise, @Nullable Music music) {
    /** The sound stays as it is. */
    public static final Treatment NONE = new Treatment(false, null);
}
