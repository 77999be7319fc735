package io.clipforge.media;

import io.clipforge.media.MediaException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Runs ffmpeg and ffprobe as bounded subprocesses: no network, limits on time, memory and file
 * size, a process group of their own that is killed when the time is over or the caller is
 * interrupted.
 *
 * <p>Give every file a stranger made through {@link #input}. Nothing is overwritten unless the
 * arguments say {@code -y}. {@code -xerror} is the caller's choice: with it the first damaged
 * packet ends the run, without it ffmpeg keeps what decodes.
 *
 * <p>Every method throws {@link MediaException} when the program did not end well, {@link
 * IOException} when it could not be started, and passes {@link InterruptedException} on with no
 * process left behind.
 */
public final class Ffmpeg {
    /**
     * What may be opened: containers that hold their own data. Playlists (hls, dash, concat, sdp)
     * are missing because they name other files; so are formats that have no signature.
     */
    private static final String FORMATS =
            "aac,ac3,aiff,amr,asf,asf_o,au,avi,caf,dv,eac3,flac,flv,gif,ivf,matroska,webm,"
                    + "mov,mp4,m4a,3gp,3g2,mj2,mp3,mpeg,mpegts,mxf,nut,ogg,rm,w64,wav,wtv,wv";

    private final FfmpegSettings settings;
    private final Sandbox sandbox;

    public Ffmpeg(FfmpegSettings settings) {
        this(settings, Watch.NOBODY);
    }

    /**
     * @param watch is told of each program that is run
     */
    public Ffmpeg(FfmpegSettings settings, Watch watch) {
        this.settings = settings;
        this.sandbox = new Sandbox(settings.libraries(), settings.addressSpaceBytes(), watch);
    }

    /** The arguments that open a stranger's file: it can name no other file and no address. */
    public static List<String> input(Path file) {
        return List.of(
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                FORMATS,
                "-i",
                "file:" + file.toAbsolutePath());
    }

    /** What a program printed. */
    public record Result(String output, String log) {}

    public Result run(List<String> arguments, Limits limits)
            throws MediaException, IOException, InterruptedException {
        return run(settings.ffmpeg(), ffmpeg(arguments), limits);
    }

    /**
     * @param length of what is written; the progress is a fraction of it
     * @param progress 0 to 1, about twice a second, called on another thread
     */
    public Result run(
            List<String> arguments, Limits limits, Duration length, DoubleConsumer progress)
            throws MediaException, IOException, InterruptedException {
        return reporting(arguments, limits, ProgressLines.ofTime(length, progress));
    }

    /**
     * For several outputs.
     *
     * @param frames of the first video that is written; the progress is a fraction of them
     * @param progress 0 to 1, about twice a second, called on another thread
     */
    public Result run(List<String> arguments, Limits limits, int frames, DoubleConsumer progress)
            throws MediaException, IOException, InterruptedException {
        return reporting(arguments, limits, ProgressLines.ofFrames(frames, progress));
    }

    private Result reporting(List<String> arguments, Limits limits, ProgressLines lines)
            throws MediaException, IOException, InterruptedException {
        var reporting = new ArrayList<>(List.of("-progress", "pipe:1", "-stats_period", "0.5"));
        reporting.addAll(arguments);
        return lines(reporting, limits, lines);
    }

    /** Hands each line of standard output over as it comes; there may be any number of them. */
    public Result lines(List<String> arguments, Limits limits, Consumer<String> line)
            throws MediaException, IOException, InterruptedException {
        try (var process = sandbox.start(settings.ffmpeg(), ffmpeg(arguments), limits)) {
            process.await(process.read(output -> eachLine(output, line)));
            return new Result("", process.log());
        }
    }

    /** Raw data on standard output, cut into pieces of equal size. Close what this returns. */
    public RawChunks chunks(List<String> arguments, Limits limits, int chunkBytes)
            throws IOException {
        return new RawChunks(
                sandbox.start(settings.ffmpeg(), ffmpeg(arguments), limits), chunkBytes);
    }

    /** Runs ffprobe. */
    public Result probe(List<String> arguments, Limits limits)
            throws MediaException, IOException, InterruptedException {
        var quiet = new ArrayList<>(List.of("-hide_banner"));
        quiet.addAll(arguments);
        return run(settings.ffprobe(), quiet, limits);
    }

    /** Whether the kernel keeps the programs away from every network, not only their options. */
    public boolean hasNoNetwork() {
        return sandbox.hasNoNetwork();
    }

    private Result run(Path executable, List<String> arguments, Limits limits)
            throws MediaException, IOException, InterruptedException {
        try (var process = sandbox.start(executable, arguments, limits)) {
            var output = process.await(process.read(it -> all(it, limits.outputBytes())));
            return new Result(output, process.log());
        }
    }

    private static List<String> ffmpeg(List<String> arguments) {
        var all = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats"));
        all.addAll(arguments);
        return all;
    }

    private static String all(InputStream output, int most) throws MediaException, IOException {
        var bytes = output.readNBytes(most);
        if (output.read() >= 0) {
            throw new MediaException(Reason.LIMIT, "the program printed too much", "");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static boolean eachLine(InputStream output, Consumer<String> consumer)
            throws IOException {
        var reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            consumer.accept(line);
        }
        return true;
    }
}
