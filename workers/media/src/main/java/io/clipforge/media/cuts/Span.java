package io.clipforge.media.cuts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time.
 *
 * @param startMs inclusive, on the clock of whatever holds it
 * @param endMs exclusive
 */
public record Span(double startMs, double endMs) {
    public double lengthMs() {
        return endMs - startMs;
    }

    public boolean holds(double atMs) {
        return atMs >= startMs && atMs < endMs;
    }

    /** In order; those nearer to each other than this are one. */
    static List<Span> joined(List<Span> spans, double nearerMs) {
        var joined = new ArrayList<Span>();
        for (var span : spans.stream().sorted(Comparator.comparingDouble(Span::startMs)).toList()) {
            if (!joined.isEmpty() && span.startMs - joined.getLast().endMs < nearerMs) {
                var last = joined.removeLast();
                joined.add(new Span(last.startMs, Math.max(last.endMs, span.endMs)));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
