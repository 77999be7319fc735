package io.clipforge.media.render;

import io.clipforge.media.reframe.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a clip must be before anybody sees it. */
record QualityGate(Timeline timeline, Size frame, boolean silent) {
    private static final String ENCODING = "h264 High yuv420p, aac";
    private static final double SYNC_SECONDS = 0.040;
    private static final double LOUDNESS_LU = 1;

    /** One sentence for each fault; empty for a good file. */
    List<String> flaws(FinishedFile file) {
        var flaws = new ArrayList<String>();
        double frameSeconds = timeline.rate().seconds(1);
        var picture = file.videoSeconds();
        if (Math.abs(picture - timeline.seconds()) > frameSeconds + 0.001) {
            flaws.add("it lasts " + exact(picture) + " s, not " + exact(timeline.seconds()) + " s");
        }
        if (Math.abs(picture - file.audioSeconds()) > SYNC_SECONDS + 1e-6) {
            flaws.add(
                    "picture " + exact(picture) + " s, sound " + exact(file.audioSeconds()) + " s");
        }
        if (!file.size().equals(frame)) {
            flaws.add("its size is " + file.size() + " instead of " + frame);
        }
        if (!file.encoding().equals(ENCODING)) {
            flaws.add("it is encoded as " + file.encoding());
        }
        if (!file.playsAtOnce()) {
            flaws.add("its index lies at its end");
        }
        flaws.addAll(soundFlaws(file));
        return flaws;
    }

    private List<String> soundFlaws(FinishedFile file) {
        var flaws = new ArrayList<String>();
        double lufs = file.loudness().integratedLufs();
        double peak = file.loudness().truePeakDbtp();
        if (!silent && Math.abs(lufs - Soundtrack.TARGET_LUFS) > LOUDNESS_LU) {
            flaws.add("its loudness is " + exact(lufs) + " LUFS");
        }
        if (peak > Soundtrack.MAX_TRUE_PEAK_DBTP) {
            flaws.add("its true peak is " + exact(peak) + " dBTP");
        }
        return flaws;
    }

    private static String exact(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
