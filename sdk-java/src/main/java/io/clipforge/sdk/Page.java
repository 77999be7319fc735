package io.clipforge.sdk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, and the way to the others.
 *
 * @param <T> what is listed
 */
public final class Page<T> {
    private final List<T> data;
    private final @Nullable String nextCursor;
    private final Function<String, Page<T>> fetch;

    /**
     * @param nextCursor where the next page starts; null on the last page
     * @param fetch reads the page at a cursor
     */
    public Page(List<T> data, @Nullable String nextCursor, Function<String, Page<T>> fetch) {
        this.data = List.copyOf(data);
        this.nextCursor = nextCursor;
        this.fetch = fetch;
    }

    /** What this page holds. */
    public List<T> data() {
        return data;
    }

    /** Whether another page follows. */
    public boolean hasMore() {
        return nextCursor != null;
    }

    /**
     * Where the next page starts, to be kept and passed as {@code cursor} later; empty on the last
     * page.
     */
    public Optional<String> nextCursor() {
        return Optional.ofNullable(nextCursor);
    }

    /** Fetches the next page; empty on the last one. */
    public Optional<Page<T>> next() {
        return nextCursor().map(fetch);
    }

    /** Everything from here on; further pages are fetched as they are reached. */
    public Iterable<T> autoPaging() {
        return () -> stream().iterator();
    }

    /** {@link #autoPaging()} as a lazy stream. */
    public Stream<T> stream() {
        return Stream.iterate(
                        Optional.of(this), Optional::isPresent, page -> page.flatMap(Page::next))
                .flatMap(page -> page.orElseThrow().data.stream());
    }
}
