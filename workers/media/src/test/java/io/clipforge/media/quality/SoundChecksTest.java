package io.clipforge.media.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.media.Loudness.Course;
import io.clipforge.media.Loudness.Measured;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SoundChecksTest {
    private static final Course LOUD = course(-14, -1.2, -14);
    private static final Course SILENT = course(-70, -120, -70);

    @Test
    void aGoodSoundPasses() {
        assertEquals(Verdict.PASS, report(LOUD, LOUD, true).verdict());
    }

    @Test
    void soundMustBeAsLoudAsAskedAndKeepBelowThePeak() {
        var report = report(LOUD, course(-15.1, -0.9, -15), true);
        assertEquals(List.of(Subject.LOUDNESS, Subject.TRUE_PEAK), failed(report));
        assertEquals(Set.of(Precaution.LOW_CEILING), report.precautions());
    }

    @Test
    void silenceWithoutWordsIsWorthALook() {
        var report = report(SILENT, SILENT, false);
        assertEquals(Verdict.WARN, report.verdict());
    }

    @Test
    void silenceWhereWordsAreSpokenIsAFaultThatNoOtherTryMends() {
        var report = report(SILENT, SILENT, true);
        assertEquals(List.of(Subject.SILENCE), failed(report));
        assertEquals(Set.of(), report.precautions());
    }

    @Test
    void silenceThatTheSourceDoesNotHaveIsAFault() {
        var gap =
                new Course(
                        LOUD.whole(),
                        Stream.concat(
                                        Collections.nCopies(20, -14.0).stream(),
                                        Collections.nCopies(10, -70.0).stream())
                                .toList());
        assertEquals(List.of(Subject.SILENCE_ADDED), failed(report(LOUD, gap, true)));
        assertEquals(Verdict.PASS, report(gap, gap, true).verdict());
    }

    private static QualityReport report(Course source, Course clip, boolean spoken) {
        return new QualityReport(new SoundChecks(source, clip, spoken, -14, -1).checks());
    }

    private static List<Subject> failed(QualityReport report) {
        return report.failed().stream().map(Check::subject).toList();
    }

    private static Course course(double lufs, double peak, double momentary) {
        return new Course(new Measured(lufs, peak, 3), Collections.nCopies(30, momentary));
    }
}
