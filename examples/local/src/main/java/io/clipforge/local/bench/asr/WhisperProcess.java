package io.clipforge.local.bench.asr;

import com.sun.management.OperatingSystemMXBean;
import io.clipforge.media.WavFile;
import io.clipforge.speech.decoding.Decoded;
import io.clipforge.speech.decoding.DecodingOptions;
import io.clipforge.speech.decoding.WindowDecoder;
import io.clipforge.speech.mel.LogMel;
import io.clipforge.speech.mel.Samples;
import io.clipforge.speech.mel.SoundPicture;
import io.clipforge.speech.mel.Spectrogram;
import io.clipforge.speech.model.WhisperModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The other end of {@link Engine}: the product's Whisper in a JVM of its own. */
final class WhisperProcess {
    private final WhisperModel model;
    private final int batch;
    private final DecodingOptions options;

    private WhisperProcess(WhisperModel model, int batch, int tokens) {
        this.model = model;
        this.batch = batch;
        options = DecodingOptions.in("en").withTimestamps(false).withMaxTokens(tokens);
    }

    /**
     * @param arguments model, sound, threads, batch and tokens of a window
     */
    public static void main(String[] arguments) throws IOException {
        var sound = samples(WavFile.open(Path.of(arguments[1])));
        try (var model = WhisperModel.open(Path.of(arguments[0]), Integer.parseInt(arguments[2]))) {
            var process =
                    new WhisperProcess(
                            model, Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
            var input =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            System.out.println(Engine.READY);
            while (input.readLine() != null) {
                System.out.println(process.pass(sound));
            }
        }
    }

    private String pass(Samples sound) {
        long begun = System.nanoTime();
        long used = cpu();
        var tokens = write(new LogMel(model.config().bins()).stream(sound));
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpu = (cpu() - used) / 1e9;
        return seconds
                + " "
                + cpu
                + " "
                + tokens.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private List<Integer> write(SoundPicture picture) {
        int length = model.config().window();
        int windows = Math.ceilDiv(picture.frames(), length);
        var decoder = new WindowDecoder(model);
        var tokens = new ArrayList<Integer>();
        for (int first = 0; first < windows; first += batch) {
            var some =
                    IntStream.range(first, Math.min(first + batch, windows))
                            .mapToObj(it -> picture.window(it * length, length))
                            .toList();
            tokens.addAll(write(decoder, some));
        }
        return tokens;
    }

    private List<Integer> write(WindowDecoder decoder, List<Spectrogram> windows) {
        try (var encoded = model.encoder().encode(windows)) {
            return decoder.decode(encoded, options).stream()
                    .map(Decoded::tokens)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static Samples samples(WavFile file) throws IOException {
        var pcm = file.read(0, Math.toIntExact(file.samples()));
        var samples = new float[pcm.length];
        for (int i = 0; i < pcm.length; i++) {
            samples[i] = pcm[i] / 32768f;
        }
        return Samples.of(samples);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
