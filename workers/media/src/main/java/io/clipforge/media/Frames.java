package io.clipforge.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decoded pictures of a file, one after another, at a constant rate. Close it. */
public final class Frames implements AutoCloseable {
    /** How a pixel lies in memory, rows from the top, no padding. */
    public enum Pixels {
        /** One byte: luma, 0 to 255. */
        GRAY(1, "gray"),
        /** Three bytes: red, green, blue. */
        RGB(3, "rgb24");

        private final int bytes;
        private final String format;

        Pixels(int bytes, String format) {
            this.bytes = bytes;
            this.format = format;
        }

        /** Per pixel. */
        public int bytes() {
            return bytes;
        }
    }

    /**
     * What to read.
     *
     * @param stream index in the file
     * @param width pixels of each picture; the source is stretched to it
     * @param rate pictures per second
     * @param start on the file's clock
     * @param length how much is read
     * @param rough whether the edges that a codec leaves between its blocks may stay: in small
     *     pictures nobody sees them, and smoothing them is up to a third of the work
     */
    public record Request(
            Path file,
            int stream,
            int width,
            int height,
            double rate,
            Pixels pixels,
            Duration start,
            Duration length,
            boolean rough) {

        /** All of a video of this length. */
        public static Request all(
                Path file,
                int stream,
                int width,
                int height,
                double rate,
                Pixels pixels,
                Duration length) {
            return new Request(
                    file, stream, width, height, rate, pixels, Duration.ZERO, length, false);
        }

        public Request roughly() {
            return new Request(file, stream, width, height, rate, pixels, start, length, true);
        }
    }

    /**
     * @param number from 0
     * @param time on the file's clock
     */
    @SuppressWarnings("ArrayRecordComponent") // frames are not compared
    public record Frame(int number, Duration time, byte[] pixels) {}

    private final Request request;
    private final RawChunks chunks;
    private int number;

    private Frames(Request request, RawChunks chunks) {
        this.request = request;
        this.chunks = chunks;
    }

    public static Frames open(Ffmpeg ffmpeg, Request request) throws IOException {
        int size = Math.multiplyExact(request.width() * request.height(), request.pixels().bytes());
        var limits = Limits.pass(request.length());
        return new Frames(request, ffmpeg.chunks(arguments(request), limits, size));
    }

    /** Empty at the end. */
    public Optional<Frame> next() throws MediaException, IOException, InterruptedException {
        return chunks.next().map(this::frame);
    }

    @Override
    public void close() {
        chunks.close();
    }

    private Frame frame(byte[] pixels) {
        var since = Duration.ofNanos(Math.round(number * 1e9 / request.rate()));
        return new Frame(number++, request.start().plus(since), pixels);
    }

    private static List<String> arguments(Request request) {
        var filter =
                String.format(
                        Locale.ROOT,
                        "fps=%.6f:start_time=0,scale=%d:%d:flags=area,format=%s",
                        request.rate(),
                        request.width(),
                        request.height(),
                        request.pixels().format);
        var arguments = new ArrayList<>(List.of("-loglevel", "error"));
        arguments.addAll(List.of("-ss", request.start().toMillis() + "ms"));
        arguments.addAll(List.of("-t", request.length().toMillis() + "ms"));
        if (request.rough()) {
            arguments.addAll(List.of("-skip_loop_filter", "all"));
        }
        arguments.addAll(Ffmpeg.input(request.file()));
        arguments.addAll(List.of("-map", "0:" + request.stream(), "-max_error_rate", "1"));
        arguments.addAll(List.of("-vf", filter, "-f", "rawvideo", "-"));
        return arguments;
    }
}
