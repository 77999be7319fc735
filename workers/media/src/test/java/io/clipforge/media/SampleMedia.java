package io.clipforge.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes small media for tests, with the bundled ffmpeg's own sources. */
public final class SampleMedia {
    private static final Limits LIMITS = Limits.pass(Duration.ofMinutes(1));
    private static final List<String> H264 =
            List.of("-c:v", "libopenh264", "-b:v", "1M", "-pix_fmt", "yuv420p");

    private final Ffmpeg ffmpeg;
    private final Path folder;

    public SampleMedia(Ffmpeg ffmpeg, Path folder) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
    }

    /** For comparisons with a tolerance. */
    public static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** 640×360 test picture at 25 fps with a 440 Hz tone: MP4, H.264 and AAC. */
    public Path video(String name, double seconds) {
        return make(
                name,
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=s=640x360:r=25:d=" + seconds,
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=f=440:r=48000:d=" + seconds),
                H264,
                List.of("-c:a", "aac"));
    }

    /** As {@link #video}, without sound. */
    public Path silentVideo(String name, double seconds) {
        return make(
                name,
                List.of("-f", "lavfi", "-i", "testsrc=s=640x360:r=25:d=" + seconds),
                H264,
                List.of());
    }

    /** A tone of this many hertz, 48 kHz; the name's ending says which format. */
    public Path tone(String name, double seconds, int hertz) {
        var source = "sine=f=" + hertz + ":r=48000:d=" + seconds;
        return make(name, List.of("-f", "lavfi", "-i", source), List.of(), List.of());
    }

    /** A white box of 80×80 that crosses a black 640×360 picture from left to right; no sound. */
    public Path movingBox(String name, double seconds) {
        var box = "color=white:s=80x80:r=25:d=" + seconds;
        var ground = "color=black:s=640x360:r=25:d=" + seconds;
        return make(
                name,
                List.of("-f", "lavfi", "-i", ground, "-f", "lavfi", "-i", box),
                List.of(
                        "-filter_complex",
                        "[0][1]overlay=x='(W-w)*t/" + seconds + "':y=140:eval=frame"),
                H264);
    }

    /** A picture whose colour changes at once every so many seconds: hard cuts; no sound. */
    public Path cuts(String name, double secondsPerShot, String... colors) {
        var inputs = new ArrayList<String>();
        var joined = new StringBuilder();
        for (int i = 0; i < colors.length; i++) {
            var color = "color=" + colors[i] + ":s=640x360:r=25:d=" + secondsPerShot;
            inputs.addAll(List.of("-f", "lavfi", "-i", color));
            joined.append('[').append(i).append(']');
        }
        joined.append("concat=n=").append(colors.length);
        return make(name, inputs, List.of("-filter_complex", joined.toString()), H264);
    }

    /** A copy in which the second half of the bytes is overwritten with noise. */
    public Path damaged(Path original, String name) throws IOException {
        var bytes = Files.readAllBytes(original);
        var noise = new byte[bytes.length / 2];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, bytes.length - noise.length, noise.length);
        return Files.write(folder.resolve(name), bytes);
    }

    /** Whatever these ffmpeg arguments make. */
    @SafeVarargs
    public final Path make(String name, List<String>... arguments) {
        var file = folder.resolve(name);
        var all = new ArrayList<>(List.of("-y", "-xerror", "-loglevel", "error"));
        for (var some : arguments) {
            all.addAll(some);
        }
        all.add(file.toString());
        try {
            ffmpeg.run(all, LIMITS);
        } catch (MediaException | IOException | InterruptedException e) {
            throw new IllegalStateException("cannot make " + name, e);
        }
        return file;
    }
}
