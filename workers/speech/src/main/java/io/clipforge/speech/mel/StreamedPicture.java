package io.clipforge.speech.mel;

/**
 * Computes each window when it is asked for. What is more than 80 dB below the loudest of all sound
 * is raised to it, so all sound is gone through once before the first window.
 */
final class StreamedPicture implements SoundPicture {
    private static final int PIECE = 3000;

    private final LogMel mel;
    private final Samples samples;
    private final int frames;
    private final float floor;

    StreamedPicture(LogMel mel, Samples samples) {
        this.mel = mel;
        this.samples = samples;
        frames = LogMel.frames(samples);
        float loudest = Float.NEGATIVE_INFINITY;
        for (int from = 0; from < frames; from += PIECE) {
            var logs = mel.logs(samples, from, Math.min(PIECE, frames - from));
            loudest = Math.max(loudest, LogMel.loudest(logs));
        }
        floor = LogMel.floor(loudest);
    }

    @Override
    public int bins() {
        return mel.bins();
    }

    @Override
    public int frames() {
        return frames;
    }

    @Override
    public Spectrogram window(int from, int length) {
        int there = Math.clamp(frames - from, 0, length);
        var logs = there == 0 ? new float[0] : mel.logs(samples, from, there);
        LogMel.scale(logs, floor);
        return new Spectrogram(mel.bins(), there, logs).window(0, length);
    }
}
