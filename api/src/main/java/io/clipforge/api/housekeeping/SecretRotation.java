package io.clipforge.api.housekeeping;

import io.clipforge.api.secrets.SealedRows;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seals secrets anew that are sealed under an older master key, or not at all. */
@Singleton
final class SecretRotation implements Schedule {
    private static final int BATCH = 100;

    private final List<SealedRows<?>> kinds;

    SecretRotation(List<SealedRows<?>> kinds) {
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return "rotate-secrets";
    }

    @Override
    public String cron() {
        return "0 29 * * * *";
    }

    @Override
    public Work begin() {
        return new Rounds(new ArrayDeque<>(kinds.stream().map(SecretRotation::round).toList()));
    }

    private static <T> Work round(SealedRows<T> rows) {
        return new Round<>(rows.start(), last -> rows.stale(last, BATCH), rows::sealAnew);
    }

    /** One after the other; rows of one kind that cannot be sealed hold up no other kind. */
    private static final class Rounds implements Work {
        private final Deque<Work> left;
        private @Nullable RuntimeException failure;

        Rounds(Deque<Work> left) {
            this.left = left;
        }

        @Override
        public boolean step() {
            var round = left.poll();
            if (round != null && proceeds(round)) {
                left.addFirst(round);
            }
            if (left.isEmpty() && failure != null) {
                throw failure;
            }
            return !left.isEmpty();
        }

        private boolean proceeds(Work round) {
            try {
                return round.step();
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
                return false;
            }
        }
    }
}
