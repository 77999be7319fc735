package io.clipforge.media.render;

import io.clipforge.media.captions.Word;
import io.clipforge.media.cuts.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clip's frames on the source's clock. It begins where a frame of the source begins, so that
 * each frame of the clip is one of the source and a cut lies between two of them. Between what is
 * kept it jumps, from frame to frame too, so that picture and sound jump together.
 *
 * @param start seconds on the source's clock
 * @param kept in order, apart from each other; the first begins with frame 0
 */
record Timeline(double start, FrameRate rate, List<Kept> kept) {

    /**
     * A stretch that is shown, in frames from the start on.
     *
     * @param to exclusive
     */
    record Kept(int from, int to) {
        int frames() {
            return to - from;
        }
    }

    Timeline {
        kept = List.copyOf(kept);
    }

    /** Without jumps. */
    Timeline(double start, FrameRate rate, int frames) {
        this(start, rate, List.of(new Kept(0, frames)));
    }

    /**
     * @param offset when the source's first frame begins, seconds
     */
    static Timeline of(long startMs, long endMs, double offset, FrameRate rate) {
        double wanted = startMs / 1000.0;
        double start = Math.max(0, offset + rate.seconds((double) rate.frame(wanted - offset)));
        int frames = (int) Math.max(1, rate.frame((endMs - startMs) / 1000.0));
        return new Timeline(start, rate, frames);
    }

    /**
     * The same without these stretches of the source. Only frames that lie wholly within one go.
     *
     * @param cuts in order, apart from each other, with something left besides them
     */
    Timeline without(List<Span> cuts) {
        var left = new ArrayList<Kept>();
        int from = 0;
        for (var cut : cuts) {
            int first = Math.clamp((long) Math.ceil(place(cut.startMs()) - 1e-6), from, reach());
            int next = Math.clamp((long) Math.floor(place(cut.endMs()) + 1e-6), first, reach());
            if (first > from && next > first) {
                left.add(new Kept(from, first));
            }
            from = next > first ? next : from;
        }
        if (from < reach()) {
            left.add(new Kept(from, reach()));
        }
        int skipped = left.getFirst().from();
        return new Timeline(
                start + rate.seconds(skipped),
                rate,
                left.stream().map(it -> new Kept(it.from() - skipped, it.to() - skipped)).toList());
    }

    boolean jumps() {
        return kept.size() > 1;
    }

    /** How many the clip has; at least one. */
    int frames() {
        return kept.stream().mapToInt(Kept::frames).sum();
    }

    /** How many the source has from the first to the last, those between them that go included. */
    int reach() {
        return kept.getLast().to();
    }

    double seconds() {
        return rate.seconds(frames());
    }

    /** Of the source, from the clip's first frame to its last. */
    double reachSeconds() {
        return rate.seconds(reach());
    }

    /** Start on the source's clock. */
    long startMs() {
        return Math.round(start * 1000);
    }

    /** End on the source's clock. */
    long endMs() {
        return startMs() + Math.round(reachSeconds() * 1000);
    }

    long lengthMs() {
        return Math.round(seconds() * 1000);
    }

    /**
     * The frame at a time of the source, or at the jump over it; at most the one behind the end.
     */
    int frame(long sourceMs) {
        int place = Math.clamp(rate.frame(sourceMs / 1000.0 - start), 0, reach());
        int frame = 0;
        for (var it : kept) {
            frame += Math.clamp(place, it.from(), it.to()) - it.from();
        }
        return frame;
    }

    /** The frame at a time of the clip. */
    int clipFrame(long clipMs) {
        return Math.clamp(rate.frame(clipMs / 1000.0), 0, frames());
    }

    /** When a frame begins, milliseconds on the source's clock. */
    double sourceMs(int frame) {
        int left = frame;
        for (var it : kept.subList(0, kept.size() - 1)) {
            if (left < it.frames()) {
                return ms(it.from() + left);
            }
            left -= it.frames();
        }
        return ms(kept.getLast().from() + left);
    }

    /** What of the source is shown, on its clock. */
    List<Span> shown() {
        return kept.stream().map(it -> new Span(ms(it.from()), ms(it.to()))).toList();
    }

    /** Whether a time between its start and its end is not jumped over. */
    boolean shows(double sourceMs) {
        double place = place(sourceMs);
        return !jumps() || kept.stream().anyMatch(it -> place >= it.from() && place < it.to());
    }

    /**
     * Those of the source's words that are mostly heard, on the clip's clock.
     *
     * @param words in order
     */
    List<Word> words(List<Word> words) {
        return words.stream().flatMap(it -> word(it).stream()).toList();
    }

    private Optional<Word> word(Word word) {
        long middle = word.startMs() + (word.endMs() - word.startMs()) / 2;
        int before = 0;
        for (var it : kept) {
            int behind = before + it.frames();
            long from = Math.round(ms(it.from()));
            long shown = Math.round(rate.seconds(before) * 1000);
            long length = Math.round(rate.seconds(behind) * 1000) - shown;
            if (middle >= from && middle < from + length) {
                return Optional.of(word.within(from, from + length).shifted(shown - from));
            }
            before = behind;
        }
        return Optional.empty();
    }

    private double ms(int place) {
        return (start + rate.seconds(place)) * 1000;
    }

    /** Frames from the start to a time of the source. */
    private double place(double sourceMs) {
        return (sourceMs / 1000 - start) * rate.perSecond();
    }
}
