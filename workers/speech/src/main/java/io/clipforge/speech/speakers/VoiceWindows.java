package io.clipforge.speech.speakers;

import io.clipforge.speech.activity.Span;
import io.clipforge.speech.mel.FilterBank;
import io.clipforge.speech.mel.Samples;
import io.clipforge.speech.model.VoiceModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens to voices through overlapping windows, as WeSpeaker's recipe for diarization does ({@code
 * wespeaker/diar/extract_emb.py}): windows of 1.5 s every 0.75 s, of what is shorter its frames
 * again and again; 80 bands of Kaldi's filter bank, of each the mean over the window taken off.
 */
final class VoiceWindows {
    static final int LENGTH = 150;
    static final int STEP = 75;

    private static final double LOWEST_HZ = 20;
    private static final double HIGHEST_HZ = 8000;
    private static final int BATCH = 16;

    private final FilterBank bank = new FilterBank(VoiceModel.BANDS, LOWEST_HZ, HIGHEST_HZ);
    private final VoiceModel model;

    VoiceWindows(VoiceModel model) {
        this.model = model;
    }

    /**
     * @return in order; none when the span is shorter than a frame
     */
    List<VoiceWindow> in(Samples sound, Span span) {
        int all = FilterBank.frames(sound.length());
        int from = Math.min(all, Frames.at(span.start()));
        int count = Math.min(all, Frames.at(span.end())) - from;
        if (count == 0) {
            return List.of();
        }
        var logs = bank.logs(sound, from, count);
        var windows = new ArrayList<VoiceWindow>();
        int many = 1 + Math.max(0, Math.ceilDiv(count - LENGTH, STEP));
        for (int first = 0; first < many; first += BATCH) {
            int batch = Math.min(BATCH, many - first);
            var features = new float[batch * LENGTH * VoiceModel.BANDS];
            for (int i = 0; i < batch; i++) {
                put(logs, (first + i) * STEP, features, i * LENGTH * VoiceModel.BANDS);
            }
            var voices = model.embed(features, batch);
            for (int i = 0; i < batch; i++) {
                int begin = (first + i) * STEP;
                int end = Math.min(count, begin + LENGTH);
                windows.add(new VoiceWindow(from + begin, from + end, unit(voices[i])));
            }
        }
        return windows;
    }

    /** A window from a frame on, each band without its mean. */
    private static void put(float[] logs, int frame, float[] features, int to) {
        int bands = VoiceModel.BANDS;
        int count = Math.min(LENGTH, logs.length / bands - frame);
        for (int band = 0; band < bands; band++) {
            double sum = 0;
            for (int i = 0; i < LENGTH; i++) {
                float value = logs[(frame + i % count) * bands + band];
                features[to + i * bands + band] = value;
                sum += value;
            }
            for (int i = 0; i < LENGTH; i++) {
                features[to + i * bands + band] -= (float) (sum / LENGTH);
            }
        }
    }

    private static float[] unit(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        var unit = new float[values.length];
        double length = Math.sqrt(sum);
        for (int i = 0; i < unit.length && length > 0; i++) {
            unit[i] = (float) (values[i] / length);
        }
        return unit;
    }
}
