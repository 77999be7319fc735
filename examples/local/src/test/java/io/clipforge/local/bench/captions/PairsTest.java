package io.clipforge.local.bench.captions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {
    @Test
    void aWordBelongsToTheSameWordWhateverWasMissedOrMisheardAround() {
        var said = words("Ten years, ago. I lost my job, and");
        var heard = words("ten ears ago lost uh my job and");
        assertEquals(
                List.of("Ten-0", "ago.-2", "lost-3", "my-5", "job,-6", "and-7"),
                Pairs.of(said, heard).pairs().stream()
                        .map(it -> it.said().text() + "-" + it.heard())
                        .toList());
    }

    private static List<Spoken> words(String text) {
        var words = new ArrayList<Spoken>();
        for (var word : text.split(" ", -1)) {
            words.add(new Spoken(word, 100 * words.size(), 100 * words.size() + 90));
        }
        return words;
    }
}
