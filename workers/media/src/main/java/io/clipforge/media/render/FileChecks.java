package io.clipforge.media.render;

import io.clipforge.media.quality.Check;
import io.clipforge.media.quality.Subject;
import io.clipforge.media.quality.Verdict;
import io.clipforge.media.reframe.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the file has the form players expect, and the length that was asked for. */
record FileChecks(Reel reel, Size frame, FinishedFile file) {
    private static final String ENCODING = "h264 High yuv420p, aac";
    private static final double SYNC_MS = 40;

    List<Check> checks() {
        return List.of(sync(), length(), format());
    }

    private Check sync() {
        double apart =
                1000
                        * Math.max(
                                Math.abs(file.videoSeconds() - file.audioSeconds()),
                                file.startsApart());
        return check(Subject.SYNC, apart, SYNC_MS, "Picture and sound are %.0f ms apart.");
    }

    private Check length() {
        double off = 1000 * Math.abs(file.videoSeconds() - reel.seconds());
        double frameMs = reel.rate().seconds(1000);
        return check(
                Subject.LENGTH, off, frameMs + 1, "Its length is %.0f ms off what was asked for.");
    }

    private Check format() {
        var faults = faults();
        return new Check(
                Subject.FORMAT,
                faults.isEmpty() ? Verdict.PASS : Verdict.FAIL,
                faults.size(),
                0,
                faults.isEmpty()
                        ? "The file is as players expect it."
                        : "The file is not as players expect it: "
                                + String.join(", ", faults)
                                + ".");
    }

    private List<String> faults() {
        var faults = new ArrayList<String>();
        if (!file.size().equals(frame)) {
            faults.add(
                    "it measures %d × %d instead of %d × %d"
                            .formatted(
                                    file.size().width(),
                                    file.size().height(),
                                    frame.width(),
                                    frame.height()));
        }
        if (!file.encoding().equals(ENCODING)) {
            faults.add("it is encoded as " + file.encoding());
        }
        if (!file.playsAtOnce()) {
            faults.add("its index lies at its end");
        }
        if (!file.keyFrames().inOrder()) {
            faults.add("its frames are out of order");
        }
        return faults;
    }

    private static Check check(Subject subject, double measured, double limit, String finding) {
        return new Check(
                subject,
                measured > limit + 1e-3 ? Verdict.FAIL : Verdict.PASS,
                measured,
                limit,
                String.format(Locale.ROOT, finding, measured));
    }
}
