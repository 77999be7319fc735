package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Loudness;
import io.clipforge.media.MediaException;
import io.clipforge.media.captions.drawing.Color;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A clip between its bumpers, as a finished file shows it. All three have the clip's frame rate.
 *
 * @param intro absent for none
 * @param outro absent for none
 */
record Reel(@Nullable OpenBumper intro, Timeline clip, @Nullable OpenBumper outro) {
    /** Seconds at a seam in which a codec may smear the one sound into the other. */
    private static final double SMEARED = 0.1;

    /** A clip alone. */
    static Reel of(Timeline clip) {
        return new Reel(null, clip, null);
    }

    static Reel of(Ffmpeg ffmpeg, Bumpers bumpers, Color ground, Timeline clip)
            throws MediaException, IOException, InterruptedException {
        return new Reel(
                open(ffmpeg, bumpers.intro(), ground), clip, open(ffmpeg, bumpers.outro(), ground));
    }

    boolean isClipAlone() {
        return intro == null && outro == null;
    }

    FrameRate rate() {
        return clip.rate();
    }

    int introFrames() {
        return frames(intro);
    }

    int frames() {
        return frames(intro) + clip.frames() + frames(outro);
    }

    double seconds() {
        return rate().seconds(frames());
    }

    /** When the clip begins. */
    double clipStart() {
        return rate().seconds(introFrames());
    }

    /** When the clip ends. */
    double clipEnd() {
        return rate().seconds(introFrames() + clip.frames());
    }

    /** When the clip begins. */
    long clipStartMs() {
        return Math.round(clipStart() * 1000);
    }

    /** What of a course of the whole belongs to the clip. */
    Loudness.Course clipOf(Loudness.Course whole) {
        return whole.between(
                clipStart() + (intro == null ? 0 : SMEARED),
                clipEnd() - (outro == null ? 0 : SMEARED));
    }

    private int frames(@Nullable OpenBumper bumper) {
        return bumper == null ? 0 : bumper.timeline(rate()).frames();
    }

    private static @Nullable OpenBumper open(Ffmpeg ffmpeg, @Nullable Bumper bumper, Color ground)
            throws MediaException, IOException, InterruptedException {
        return bumper == null ? null : OpenBumper.of(ffmpeg, bumper, ground);
    }
}
