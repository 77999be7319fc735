package io.clipforge.jobs;

import java.util.List;

/**
 * The outline of the sound, for players.
 *
 * @param hopMs milliseconds per value
 * @param peaks largest absolute sample of each hop, 0 to 1
 */
public record Waveform(long hopMs, List<Double> peaks) {
    public Waveform {
        peaks = List.copyOf(peaks);
    }
}
