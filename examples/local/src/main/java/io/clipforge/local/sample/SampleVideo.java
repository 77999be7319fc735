package io.clipforge.local.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The demo's own talk: about two minutes, four voices, many cuts; the same on every machine.
 *
 * @param video an MP4, 1280×720 at 25 frames a second
 * @param truth JSON of what is said and seen in it, a {@link Truth}
 */
public record SampleVideo(Path video, Path truth) {
    /**
     * What the video holds; positions are seconds on its clock.
     *
     * @param words how many are spoken
     * @param cuts where one shot ends and the next begins
     */
    public record Truth(double duration, int words, List<Sentence> sentences, List<Double> cuts) {}

    /** One sentence as written in the script. */
    public record Sentence(String speaker, String text, double start, double end) {}

    /** The sample in a folder, made there when it is missing. */
    public static SampleVideo in(Path folder) throws IOException, InterruptedException {
        var sample = new SampleVideo(folder.resolve("talk.mp4"), folder.resolve("talk.json"));
        if (Files.notExists(sample.video)) {
            Files.createDirectories(folder);
            sample.make();
        }
        return sample;
    }

    private void make() throws IOException, InterruptedException {
        var narration = Narration.speak(Script.SHOTS);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(truth.toFile(), truth(narration));
        var sound = Files.createTempFile("clipforge-", ".pcm");
        var next = video.resolveSibling("talk.next.mp4");
        try {
            Files.write(sound, narration.littleEndian());
            encode(narration, sound, next);
            // last: the video is there only when everything is
            Files.move(next, video, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.delete(sound);
        }
    }

    private static void encode(Narration narration, Path sound, Path video)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<String>();
        arguments.addAll(
                List.of("-f s16le -ac 1 -ar %d -i".formatted(Flite.SAMPLE_RATE).split(" ")));
        arguments.add(sound.toString());
        arguments.addAll(
                List.of(
                        ("-r %d -c:v libopenh264 -b:v 2M -pix_fmt yuv420p -c:a aac -ar 48000 -ac 2"
                                        + " -b:a 128k -fflags +bitexact -movflags +faststart")
                                .formatted(Frames.RATE)
                                .split(" ")));
        Encoder.encode(
                Frames.RATE + "/2", arguments, video, frames -> Frames.write(narration, frames));
    }

    private static Truth truth(Narration narration) {
        var sentences =
                narration.sentences().stream()
                        .map(it ->
                                new Sentence(
                                        it.line().speaker().voice(),
                                        it.line().text(),
                                        seconds(it.start()),
                                        seconds(it.end())))
                        .toList();
        int words = sentences.stream().mapToInt(it -> it.text().split(" ").length).sum();
        var cuts = narration.takes().stream().skip(1).map(it -> seconds(it.start())).toList();
        return new Truth(seconds(narration.length()), words, sentences, cuts);
    }

    private static double seconds(int samples) {
        return (double) samples / Flite.SAMPLE_RATE;
    }
}
