package io.clipforge.media.render;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import io.clipforge.media.reframe.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The H.264 encoders we know, best first. All give High profile, 4:2:0, 8 bits. */
public enum VideoEncoder {
    /** NVIDIA's; only with a GPU that has one. */
    NVENC("h264_nvenc"),
    /** Only in a GPL build, which the operator names. */
    X264("libx264"),
    /** In the bundled LGPL build. */
    OPENH264("libopenh264");

    private static final double BITS_PER_PIXEL = 0.1;
    private static final int SECONDS_PER_KEY_FRAME = 2;

    private final String codec;

    VideoEncoder(String codec) {
        this.codec = codec;
    }

    /** The first that really encodes here. */
    public static VideoEncoder choose(Ffmpeg ffmpeg) throws IOException, InterruptedException {
        for (var encoder : values()) {
            if (encoder.works(ffmpeg)) {
                return encoder;
            }
        }
        throw new IllegalStateException("this ffmpeg has no H.264 encoder");
    }

    /** One that needs no hardware: itself, or the first that works here. */
    VideoEncoder software(Ffmpeg ffmpeg) throws IOException, InterruptedException {
        return this == NVENC && X264.works(ffmpeg) ? X264 : this == NVENC ? OPENH264 : this;
    }

    List<String> arguments(Size frame, FrameRate rate) {
        var arguments = new ArrayList<>(List.of("-c:v", codec, "-profile:v", "high"));
        arguments.addAll(quality(String.valueOf(bitsPerSecond(frame, rate))));
        long distance = Math.round(SECONDS_PER_KEY_FRAME * rate.perSecond());
        arguments.addAll(List.of("-g", String.valueOf(distance), "-pix_fmt", "yuv420p"));
        return arguments;
    }

    /** An even quality where the encoder knows one, else an even rate. */
    private List<String> quality(String bits) {
        var limit = List.of("-maxrate", bits, "-bufsize", bits);
        return switch (this) {
            case NVENC -> joined(List.of("-preset", "p5", "-rc", "vbr", "-cq", "21"), limit);
            case X264 -> joined(List.of("-preset", "veryfast", "-crf", "20"), limit);
            case OPENH264 -> List.of("-b:v", bits);
        };
    }

    private static List<String> joined(List<String> a, List<String> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    /** Twice as many frames need less than twice the bits: they resemble each other. */
    private static long bitsPerSecond(Size frame, FrameRate rate) {
        double pixels = (double) frame.width() * frame.height();
        return Math.round(BITS_PER_PIXEL * pixels * 30 * Math.sqrt(rate.perSecond() / 30));
    }

    private boolean works(Ffmpeg ffmpeg) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-loglevel", "error", "-f", "lavfi"));
        arguments.addAll(List.of("-i", "color=s=320x240:d=0.2"));
        arguments.addAll(arguments(new Size(320, 240), new FrameRate(25, 1)));
        arguments.addAll(List.of("-f", "null", "-"));
        try {
            ffmpeg.run(arguments, Limits.glance());
            return true;
        } catch (MediaException _) {
            return false; // not in this build, or no such hardware
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
