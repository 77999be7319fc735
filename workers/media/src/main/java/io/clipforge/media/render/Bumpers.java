package io.clipforge.media.render;

import org.jspecify.annotations.Nullable;

/**
 * What a clip is shown between.
 *
 * @param intro before it; absent for none
 * @param outro behind it; absent for none
 */
public record Bumpers(@Nullable Bumper intro, @Nullable Bumper outro) {
    public static final Bumpers NONE = new Bumpers(null, null);
}
