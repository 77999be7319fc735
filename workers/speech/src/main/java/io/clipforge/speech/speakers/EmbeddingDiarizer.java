package io.clipforge.speech.speakers;

import io.clipforge.speech.activity.Span;
import io.clipforge.speech.activity.SpeechSpans;
import io.clipforge.speech.mel.Samples;
import io.clipforge.speech.model.Device;
import io.clipforge.speech.model.VoiceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells speakers apart by a network that knows voices.
 *
 * <ol>
 *   <li>{@link VoiceWindows}: a vector for each second and a half of speech.
 *   <li>{@link VoiceGroups}: those that are alike are one voice.
 *   <li>A speaker is followed by another in the middle of what two windows have in common.
 * </ol>
 *
 * <p>Where two speak at once, the one whom the window is more like is told.
 */
public final class EmbeddingDiarizer implements Diarizer, AutoCloseable {
    private final String name;
    private final VoiceModel model;
    private final VoiceWindows listening;

    private EmbeddingDiarizer(String name, VoiceModel model) {
        this.name = name;
        this.model = model;
        listening = new VoiceWindows(model);
    }

    /**
     * @param name of the model
     * @param file see {@link VoiceModel}
     * @param threads that one run of the model may use
     * @throws IOException when the file is missing or is another model
     */
    public static EmbeddingDiarizer open(String name, Path file, int threads) throws IOException {
        return new EmbeddingDiarizer(name, VoiceModel.open(file, threads));
    }

    @Override
    public String name() {
        return name;
    }

    /** Where the model computes. */
    public Device device() {
        return model.device();
    }

    @Override
    public Diarization diarize(Samples sound, SpeechSpans speech, @Nullable Integer speakers) {
        if (speakers != null && speakers < 1) {
            throw new IllegalArgumentException(speakers + " speakers");
        }
        var spans = new ArrayList<Heard>();
        for (var span : speech.spans()) {
            var windows = listening.in(sound, span);
            if (!windows.isEmpty()) {
                spans.add(new Heard(span, windows));
            }
        }
        var voices =
                VoiceGroups.of(
                        spans.stream().flatMap(it -> it.windows.stream()).toList(), speakers);
        var turns = new ArrayList<Turn>();
        int first = 0;
        for (var span : spans) {
            span.turns(voices, first, turns);
            first += span.windows.size();
        }
        return Diarization.named(turns);
    }

    @Override
    public void close() {
        model.close();
    }

    private record Heard(Span span, List<VoiceWindow> windows) {
        void turns(int[] voices, int first, List<Turn> turns) {
            double start = span.start();
            for (int i = 0; i < windows.size(); i++) {
                int voice = voices[first + i];
                boolean last = i + 1 == windows.size();
                if (last || voices[first + i + 1] != voice) {
                    double end = last ? span.end() : between(i);
                    turns.add(new Turn("" + voice, start, end));
                    start = end;
                }
            }
        }

        private double between(int window) {
            return Frames.start((windows.get(window).to() + windows.get(window + 1).from()) / 2);
        }
    }
}
