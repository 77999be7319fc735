package io.clipforge.media.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureChecksTest {
    private static final int COUNT = 50;
    private static final Glimpses MOVING = film(i -> noise(i));
    private static final Glimpses BLACK = film(_ -> filled(0));
    private static final Glimpses STILL = film(_ -> noise(1));

    @Test
    void aMovingPicturePasses() {
        assertEquals(Verdict.PASS, report(MOVING, MOVING, false).verdict());
    }

    @Test
    void aBlackPictureWithSpeechIsWorthALook() {
        var report = report(BLACK, BLACK, true);
        assertEquals(Verdict.WARN, report.verdict());
        assertEquals(5, figure(report, Subject.BLACK_PICTURE));
    }

    @Test
    void aBlackPictureWithoutSpeechIsAFaultThatNoOtherTryMends() {
        var report = report(BLACK, BLACK, false);
        assertEquals(
                List.of("The picture is black throughout and nobody speaks."), findings(report));
        assertEquals(Set.of(), report.precautions());
    }

    @Test
    void captionsDoNotLightABlackSource() {
        var report = report(MOVING, BLACK, true);
        assertEquals(Verdict.WARN, report.verdict());
        assertEquals(5, figure(report, Subject.BLACK_PICTURE));
    }

    @Test
    void whatTheRenderingBlackensIsAFault() {
        var report = report(film(i -> i < 10 ? filled(0) : noise(i)), MOVING, true);
        assertEquals(
                List.of("The picture is black for 1.0 s where the source is not."),
                findings(report));
        assertEquals(
                Set.of(Precaution.WHOLE_PICTURE, Precaution.SOFTWARE_ENCODER),
                report.precautions());
    }

    @Test
    void aSlideIsWorthALook() {
        var report = report(STILL, STILL, false);
        assertEquals(Verdict.WARN, report.verdict());
        assertEquals(4.9, figure(report, Subject.FROZEN_PICTURE));
    }

    @Test
    void whatTheRenderingStopsIsAFault() {
        assertEquals(
                List.of("The picture stands still for 4.9 s while the source moves."),
                findings(report(STILL, MOVING, false)));
    }

    @Test
    void aFileThatShowsSomethingElseIsAFault() {
        var black = new Glimpses(List.of(filled(0)));
        var wrong = new PictureChecks(MOVING, MOVING, black, List.of(2.0), true);
        var report = new QualityReport(wrong.checks());
        assertEquals(Subject.PICTURE_ENCODING, report.failed().getFirst().subject());
        assertEquals(Set.of(Precaution.SOFTWARE_ENCODER), report.precautions());
    }

    private static QualityReport report(Glimpses drawn, Glimpses source, boolean spoken) {
        var keyFrame = new Glimpses(List.of(drawn.pictures().get(20)));
        return new QualityReport(
                new PictureChecks(drawn, source, keyFrame, List.of(2.0), spoken).checks());
    }

    private static List<String> findings(QualityReport report) {
        return report.failed().stream().map(Check::finding).toList();
    }

    private static double figure(QualityReport report, Subject subject) {
        return report.checks().stream()
                .filter(it -> it.subject() == subject)
                .mapToDouble(Check::measured)
                .sum();
    }

    private static Glimpses film(IntFunction<byte[]> picture) {
        return new Glimpses(IntStream.range(0, COUNT).mapToObj(picture).toList());
    }

    private static byte[] noise(int seed) {
        var picture = new byte[Glimpses.WIDTH * Glimpses.HEIGHT];
        new Random(seed).nextBytes(picture);
        return picture;
    }

    private static byte[] filled(int brightness) {
        var picture = new byte[Glimpses.WIDTH * Glimpses.HEIGHT];
        Arrays.fill(picture, (byte) brightness);
        return picture;
    }
}
