package io.clipforge.speech.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Puts things together pair by pair, the most alike first. Takes memory with the square of their
 * number, time with its cube.
 */
final class Agglomeration<T> {
    private final Kind<T> kind;
    private final List<T> left;

    /** Of each with those before it. */
    private final List<double[]> likenesses = new ArrayList<>();

    private int one;
    private int other;

    /** What is put together. */
    interface Kind<T> {
        /** The greater the more alike. */
        double likeness(T one, T other);

        T together(T one, T other);
    }

    Agglomeration(List<T> apart, Kind<T> kind) {
        this.kind = kind;
        left = new ArrayList<>(apart);
        for (int i = 0; i < left.size(); i++) {
            likenesses.add(new double[i]);
            for (int j = 0; j < i; j++) {
                likenesses.get(i)[j] = kind.likeness(left.get(i), left.get(j));
            }
        }
        find();
    }

    /** What there is now. */
    List<T> left() {
        return List.copyOf(left);
    }

    int size() {
        return left.size();
    }

    /** One of the two that are most alike; at least two are left. */
    T one() {
        return left.get(one);
    }

    /** The other of the two that are most alike; at least two are left. */
    T other() {
        return left.get(other);
    }

    /** How alike the two are that are most alike; at least two are left. */
    double likeness() {
        return likenesses.get(other)[one];
    }

    /**
     * Puts the two together that are most alike; at least two are left.
     *
     * @throws CancellationException when the thread is interrupted
     */
    void merge() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("nobody waits for speakers any more");
        }
        int into = one;
        left.set(into, kind.together(one(), other()));
        remove(other);
        for (int i = 0; i < left.size(); i++) {
            if (i != into) {
                likenesses.get(Math.max(i, into))[Math.min(i, into)] =
                        kind.likeness(left.get(i), left.get(into));
            }
        }
        find();
    }

    private void find() {
        one = 0;
        other = 1;
        for (int i = 1; i < left.size(); i++) {
            var row = likenesses.get(i);
            for (int j = 0; j < i; j++) {
                if (row[j] > likenesses.get(other)[one]) {
                    other = i;
                    one = j;
                }
            }
        }
    }

    /** The last takes its place. */
    private void remove(int at) {
        int last = left.size() - 1;
        var moved = likenesses.get(last);
        for (int i = 0; i < last; i++) {
            if (i != at) {
                likenesses.get(Math.max(i, at))[Math.min(i, at)] = moved[i];
            }
        }
        left.set(at, left.get(last));
        left.removeLast();
        likenesses.removeLast();
    }
}
