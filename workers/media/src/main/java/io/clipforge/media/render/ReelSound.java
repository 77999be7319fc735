package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Loudness;
import io.clipforge.media.Loudness.Measured;
import io.clipforge.media.MediaException;
import io.clipforge.media.sound.FloatReader;
import io.clipforge.media.sound.FloatWriter;
import io.clipforge.media.sound.Treatment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the sound of bumpers before a clip's and behind it, each as loud as the clip, so that speech
 * is as loud with them as without.
 */
record ReelSound(Ffmpeg ffmpeg, Path folder, Reel reel) {
    /** Decibels; what lacks more is quiet on purpose. */
    private static final double MOST_RAISED_DB = 12;

    private record Part(Path wav, double gainDb) {}

    /**
     * @param clip its sound, as {@link ClipSound} makes it
     * @return the same form, from the intro's first frame to the outro's last
     */
    Path around(Path clip) throws MediaException, IOException, InterruptedException {
        if (reel.isClipAlone()) {
            return clip;
        }
        var own = measured(clip, reel.clip());
        double wanted = isSilent(own) ? Soundtrack.TARGET_LUFS : own.integratedLufs();
        var parts = new ArrayList<Part>();
        if (reel.intro() != null) {
            parts.add(bumper(reel.intro(), "intro", wanted));
        }
        parts.add(new Part(clip, 0));
        if (reel.outro() != null) {
            parts.add(bumper(reel.outro(), "outro", wanted));
        }
        return join(parts);
    }

    private Part bumper(OpenBumper bumper, String name, double wanted)
            throws MediaException, IOException, InterruptedException {
        var timeline = bumper.timeline(reel.rate());
        var out = Files.createDirectory(folder.resolve(name + "-sound"));
        var wav =
                new ClipSound(ffmpeg, out, timeline, Treatment.NONE, List.of())
                        .make(bumper.file(), bumper.audio());
        var own = measured(wav, timeline);
        double lacking = Math.min(wanted - own.integratedLufs(), MOST_RAISED_DB);
        return new Part(wav, isSilent(own) ? 0 : lacking);
    }

    private static boolean isSilent(Measured sound) {
        return sound.truePeakDbtp() < Soundtrack.SILENCE_DBTP;
    }

    private Measured measured(Path wav, Timeline timeline)
            throws MediaException, IOException, InterruptedException {
        var length = Duration.ofNanos(Math.round(timeline.seconds() * 1e9));
        return new Loudness(ffmpeg).measure(wav, 0, length);
    }

    private Path join(List<Part> parts) throws IOException {
        var joined = folder.resolve("joined.wav");
        long samples = 0;
        for (var part : parts) {
            samples += samples(part);
        }
        try (var to = new FloatWriter(joined, samples)) {
            for (int i = 0; i < parts.size(); i++) {
                boolean fadesIn = i > 0;
                boolean fadesOut = i + 1 < parts.size();
                double gain = Math.pow(10, parts.get(i).gainDb() / 20);
                try (var from = FloatReader.wav(parts.get(i).wav())) {
                    Splice.copy(from, to, 0, from.samples(), gain, fadesIn, fadesOut);
                }
            }
        }
        return joined;
    }

    private static long samples(Part part) throws IOException {
        try (var sound = FloatReader.wav(part.wav())) {
            return sound.samples();
        }
    }
}
