package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.Probe;
import io.clipforge.media.SpeechAudio;
import io.clipforge.media.WavFile;
import io.clipforge.media.Window;
import io.clipforge.media.faces.FaceDetectors;
import io.clipforge.media.faces.FaceFinder;
import io.clipforge.media.shots.Shot;
import io.clipforge.speech.SampleData;
import io.clipforge.speech.activity.ActivityDetector;
import io.clipforge.speech.activity.EnergyDetector;
import io.clipforge.speech.activity.SileroDetector;
import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.mel.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What models and detectors find in recordings, where they are there. */
class RecordedMediaTest {
    private static final Ffmpeg FFMPEG = new Ffmpeg(FfmpegSettings.bundled());

    @TempDir Path folder;

    /** "And so my fellow Americans, ask not what your country can do for you, ask …" */
    @Test
    void sileroFindsTheFourPhrasesOfAPresident() throws Exception {
        try (var silero = SileroDetector.open(sample("models/silero_vad.onnx"))) {
            var spans = speech(silero).spans();

            assertEquals(4, spans.size(), spans.toString());
            var phrases = new double[][] {{0.3, 2.3}, {3.3, 4.4}, {5.4, 7.7}, {8.2, 10.6}};
            for (int i = 0; i < phrases.length; i++) {
                assertEquals(phrases[i][0], spans.get(i).start(), 0.2, spans.toString());
                assertEquals(phrases[i][1], spans.get(i).end(), 0.2, spans.toString());
            }
        }
    }

    @Test
    void withoutAModelNoPhraseOfHisIsMissed() throws Exception {
        var found = speech(new EnergyDetector());

        for (double said : new double[] {1.8, 3.8, 6, 7, 9, 10}) {
            assertTrue(
                    found.spans().stream().anyMatch(it -> it.start() <= said && said < it.end()),
                    said + " " + found);
        }
    }

    @Test
    void yunetSeesTheFaceInACarAllTheTime() throws Exception {
        var video = sample("video/carphone.mp4");
        var info = new Probe(FFMPEG).inspect(video);
        long lengthMs = info.duration().toMillis();
        var model = sample("models/yunet_n_dynamic.onnx");
        try (var yunet = FaceDetectors.open(model.resolveSibling("."))) {
            var tracks =
                    new FaceFinder(FFMPEG, yunet)
                            .find(
                                    video,
                                    info,
                                    Objects.requireNonNull(info.video()),
                                    new Window(0, lengthMs, 0),
                                    List.of(new Shot(0, lengthMs)),
                                    share -> {});

            assertEquals("yunet", yunet.engine());
            assertEquals(1, tracks.size(), tracks.toString());
            double looks = Math.floor(lengthMs / 200.0);
            assertTrue(tracks.getFirst().sightings().size() >= 0.95 * looks, tracks.toString());
        }
    }

    private SpeechSpans speech(ActivityDetector detector) throws Exception {
        var recording = sample("speech/jfk.flac");
        var info = new Probe(FFMPEG).inspect(recording);
        var wav =
                new SpeechAudio(FFMPEG)
                        .extract(
                                recording,
                                info,
                                Objects.requireNonNull(info.audio()),
                                folder.resolve("speech.wav"),
                                share -> {})
                        .wav();
        var found = detector.detect(samples(wav));
        System.out.println(detector.name() + ", jfk: " + found);
        return found;
    }

    private static Samples samples(WavFile wav) throws IOException {
        var read = wav.read(0, Math.toIntExact(wav.samples()));
        var samples = new float[read.length];
        for (int i = 0; i < read.length; i++) {
            samples[i] = read[i] / 32768f;
        }
        return Samples.of(samples);
    }

    private static Path sample(String name) {
        var file = SampleData.path(name);
        assumeTrue(Files.exists(file), "no " + file);
        return file;
    }
}
