package io.clipforge.fleet.transcribe.pocketsphinx;

import io.clipforge.fleet.transcribe.pocketsphinx.SpeechSegments.Segment;
import io.clipforge.jobs.Transcript.Word;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import io.clipforge.media.Program;
import io.clipforge.media.WavFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file on its way through the program, batch by batch; thread-safe. */
final class PocketSphinxRun {
    private static final Logger log = LoggerFactory.getLogger(PocketSphinxRun.class);

    /**
     * Tuned on 24 sentences in each of flite's voices rms, slt, awb, kal and kal16: 10.5 % word
     * errors, where the program's own values gave 11.6 %.
     */
    private static final List<String> TUNING =
            List.of(
                    // the mean of the whole piece, not the one so far
                    "-cmn", "batch",
                    "-remove_noise", "no",
                    // what is removed would be missing from the times as well
                    "-remove_silence", "no",
                    "-lw", "5.5",
                    "-fwdflatlw", "7",
                    "-bestpathlw", "8",
                    "-silprob", "0.05",
                    "-topn", "8");

    private final Program program;
    private final Path model;
    private final WavFile speech;
    private final Path workspace;
    private final SharedProgress progress;
    private final AtomicInteger lost = new AtomicInteger();

    PocketSphinxRun(
            Program program, Path model, WavFile speech, Path workspace, SharedProgress progress) {
        this.program = program;
        this.model = model;
        this.speech = speech;
        this.workspace = workspace;
        this.progress = progress;
    }

    boolean heardNothingOf(int segments) {
        return segments > 0 && lost.get() == segments;
    }

    /** The words of a batch; a segment on which the program fails is left out. */
    List<Word> recognize(List<Segment> batch) throws IOException, InterruptedException {
        var words = new ArrayList<Word>();
        try {
            words.addAll(decode(batch));
            progress.add(batch.stream().mapToLong(Segment::count).sum());
        } catch (MediaException e) {
            if (batch.size() == 1) {
                log.warn("pocketsphinx failed on {}: {}", batch.getFirst(), e.getMessage());
                lost.incrementAndGet();
                return List.of();
            }
            for (var segment : batch) {
                words.addAll(recognize(List.of(segment)));
            }
        }
        return words;
    }

    private List<Word> decode(List<Segment> batch)
            throws MediaException, IOException, InterruptedException {
        var folder = Files.createTempDirectory(workspace, "speech-");
        for (int i = 0; i < batch.size(); i++) {
            Files.write(folder.resolve(i + ".raw"), samples(batch.get(i)));
        }
        var names = IntStream.range(0, batch.size()).mapToObj(String::valueOf).toList();
        Files.write(folder.resolve("names"), names);
        var result = folder.resolve("words.ctm");
        program.run(arguments(folder, result), limits(batch));
        return Ctm.words(Files.readAllLines(result), i -> startMs(batch.get(i)));
    }

    private List<String> arguments(Path folder, Path result) {
        var arguments = new ArrayList<>(TUNING);
        arguments.addAll(List.of("-hmm", model.resolve("en-us").toString()));
        arguments.addAll(List.of("-lm", model.resolve("en-us.lm.bin").toString()));
        arguments.addAll(List.of("-dict", model.resolve("cmudict-en-us.dict").toString()));
        arguments.addAll(List.of("-adcin", "yes", "-cepdir", folder.toString()));
        arguments.addAll(List.of("-cepext", ".raw", "-ctl", folder.resolve("names").toString()));
        arguments.addAll(List.of("-ctm", result.toString()));
        return arguments;
    }

    private Limits limits(List<Segment> batch) {
        long samples = batch.stream().mapToLong(Segment::count).sum();
        var length = Duration.ofSeconds(samples / speech.sampleRate());
        // 4 times real time alone on a core, and the core may be shared by many
        var wall = Duration.ofMinutes(1).plus(length.multipliedBy(20));
        return Limits.glance().withWall(wall).withCpu(wall);
    }

    private long startMs(Segment segment) {
        return segment.first() * 1000 / speech.sampleRate();
    }

    private byte[] samples(Segment segment) throws IOException {
        var samples = speech.read(segment.first(), segment.count());
        var bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }
}
