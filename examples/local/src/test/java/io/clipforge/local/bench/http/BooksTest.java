package io.clipforge.local.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BooksTest {
    private static final Books BOOKS =
            new Books(Map.of("1", List.of("ing_a"), "2", List.of("ing_b", "ing_c")));

    @Test
    void whatIsNotThereUnderItsIdIsLost() {
        assertEquals(List.of(), BOOKS.lost(Map.of("1", "ing_a", "2", "ing_c")));
        assertEquals(1, BOOKS.lost(Map.of("1", "ing_x")).size());
        assertEquals(1, BOOKS.lost(Map.of("3", "ing_a")).size());
    }

    @Test
    void whatIsThereTwiceIsDoubled() {
        assertEquals(List.of("2 is ing_b and ing_c"), BOOKS.doubled());
    }
}
