package io.clipforge.media.captions.vtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.media.captions.vtt.VttNode.Kind;
import io.clipforge.media.captions.vtt.VttNode.Span;
import io.clipforge.media.captions.vtt.VttNode.Text;
import io.clipforge.media.captions.vtt.VttNode.Timestamp;
import io.clipforge.media.captions.vtt.VttSettings.Align;
import io.clipforge.media.captions.vtt.VttSettings.Line;
import io.clipforge.media.captions.vtt.VttSettings.LineAlign;
import io.clipforge.media.captions.vtt.VttSettings.Position;
import io.clipforge.media.captions.vtt.VttSettings.PositionAlign;
import io.clipforge.media.captions.vtt.VttSettings.Vertical;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a file can hold is the same after it was written and read. */
class VttRoundTripTest {
    private static final int ROUNDS = 3000;
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "word",
                    " ",
                    "  ",
                    "\n",
                    "\n\n",
                    "\r",
                    "\t",
                    "-->",
                    "<",
                    ">",
                    "&",
                    "&amp;",
                    "&lt",
                    "<b>",
                    "</v>",
                    "<00:01.000>",
                    "NOTE",
                    "STYLE\n",
                    "WEBVTT",
                    "\u00a0",
                    "\u200f",
                    "\u202e",
                    "שלום",
                    "😀",
                    "\u2028",
                    "\u0085",
                    "\ufeff",
                    "\f",
                    "#10;");

    private final Random random = new Random(11);

    @Test
    void filesAreTheSameAgain() {
        for (int round = 0; round < ROUNDS; round++) {
            var regions = regions();
            var cues = Stream.generate(() -> cue(regions)).limit(1 + random.nextInt(4)).toList();
            var file = new VttFile(List.of("::cue {\n}"), regions, cues, List.of());
            assertEquals(file, VttFile.parse(file.text()).orElseThrow(), file::text);
        }
    }

    @Test
    void nodesAreTheSameAgain() {
        for (int round = 0; round < ROUNDS; round++) {
            var nodes = nodes(0);
            var cue = new VttCue(0, 1, nodes);
            var read = VttFile.parse(new VttFile(List.of(cue)).text()).orElseThrow().cues();
            assertEquals(nodes, read.getFirst().nodes(), cue::text);
        }
    }

    @Test
    void whateverIsReadIsAFileOrNone() {
        for (int round = 0; round < ROUNDS; round++) {
            var text = "WEBVTT\n\n00:01.000 --> 00:02.000 " + noise() + "\n" + noise();
            VttFile.parse(text).orElseThrow().cues().forEach(VttCue::nodes);
        }
    }

    private List<VttRegion> regions() {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(it ->
                        new VttRegion(
                                "r" + it,
                                percent(),
                                random.nextInt(20),
                                new VttRegion.Point(percent(), percent()),
                                new VttRegion.Point(percent(), percent()),
                                random.nextBoolean()))
                .toList();
    }

    private VttCue cue(List<VttRegion> regions) {
        var id = random.nextBoolean() ? "" : "cue " + random.nextInt(9);
        var settings =
                new VttSettings(
                        regions.isEmpty() || random.nextBoolean()
                                ? null
                                : regions.get(random.nextInt(regions.size())),
                        any(Vertical.values()),
                        random.nextBoolean()
                                ? Line.AUTO
                                : new Line(
                                        percent(), random.nextBoolean(), any(LineAlign.values())),
                        random.nextBoolean()
                                ? Position.AUTO
                                : new Position(percent(), any(PositionAlign.values())),
                        percent(),
                        any(Align.values()));
        return new VttCue(id, time(), time(), settings, VttMarkup.written(nodes(0)));
    }

    private List<VttNode> nodes(int depth) {
        var nodes = new ArrayList<VttNode>();
        for (int i = random.nextInt(4); i > 0; i--) {
            boolean afterText = !nodes.isEmpty() && nodes.getLast() instanceof Text;
            switch (random.nextInt(depth > 3 ? 2 : 3)) {
                case 0 -> nodes.add(new Timestamp(time()));
                case 1 -> nodes.add(afterText ? new Timestamp(time()) : new Text(text()));
                default -> nodes.add(span(depth));
            }
        }
        return nodes;
    }

    /** The text of a ruby stands in a ruby only. */
    private Span span(int depth) {
        var kind = any(Kind.values());
        var classes = random.nextBoolean() ? List.<String>of() : List.of("x", "yellow");
        return new Span(
                kind == Kind.RT ? Kind.RUBY : kind,
                classes,
                kind.annotated() ? "Ann & <Bob>" : "",
                nodes(depth + 1));
    }

    private String text() {
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .reduce("", String::concat);
    }

    private String noise() {
        return text() + text() + (random.nextBoolean() ? "\n\n" : "-->") + text();
    }

    /** Now and then past a hundred hours. */
    private long time() {
        return random.nextLong(random.nextInt(4) == 0 ? 3_600_000_000_000L : 100_000);
    }

    private double percent() {
        return random.nextBoolean() ? random.nextInt(101) : random.nextDouble() * 100;
    }

    private <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
