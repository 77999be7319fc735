package io.clipforge.fleet.scripts;

import io.clipforge.jobs.Transcript.Word;
import java.util.List;

/** Pieces of time one behind the other, as if there were nothing in between. */
record Stretches(List<Piece> pieces) {
    record Piece(long startMs, long endMs) {
        long lengthMs() {
            return Math.max(0, endMs - startMs);
        }
    }

    Stretches {
        pieces = List.copyOf(pieces);
    }

    static Stretches of(long startMs, long endMs) {
        return new Stretches(List.of(new Piece(startMs, endMs)));
    }

    static Stretches of(List<Word> words) {
        return new Stretches(
                words.stream().map(it -> new Piece(it.startMs(), it.endMs())).toList());
    }

    long lengthMs() {
        return pieces.stream().mapToLong(Piece::lengthMs).sum();
    }

    /** Where what begins after a share of it begins: between two pieces with the later one. */
    long startAt(double share) {
        long left = Math.round(share * lengthMs());
        for (var piece : pieces) {
            if (left < piece.lengthMs()) {
                return piece.startMs() + left;
            }
            left -= piece.lengthMs();
        }
        return pieces.getLast().endMs();
    }

    /** Where what ends after a share of it ends: between two pieces with the earlier one. */
    long endAt(double share) {
        long left = Math.round(share * lengthMs());
        for (var piece : pieces) {
            if (left <= piece.lengthMs()) {
                return piece.startMs() + left;
            }
            left -= piece.lengthMs();
        }
        return pieces.getLast().endMs();
    }
}
