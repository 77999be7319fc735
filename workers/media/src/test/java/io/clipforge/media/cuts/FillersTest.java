package io.clipforge.media.cuts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.media.captions.Word;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillersTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en    | Um, I uh think erm… like er ummmm Hmm. so | Um, uh erm… er ummmm Hmm.
                    en-US | um album umbrella uh-huh like you know     | um
                    en    | The ER is 5 mm from the UM to err          | ''
                    de    | um Ähm, zu äh sehen er ist hm eher         | Ähm, äh hm
                    fr    | Euh, il a eu heu le bonheur                | Euh, heu
                    es    | Em, yo eeeh pienso que este                | Em, eeeh
                    it    | Ehm, io mmm penso                          | Ehm, mmm
                    pt    | um homem hum ahn eu acho                   | hum ahn
                    nl    | eh ik uhm denk er                          | eh uhm
                    und   | um uh hmm like er em                       | uh hmm
                    ja    | uhm 今日 は                                  | uhm
                    """)
    void onlySoundsThatMeanNothingAreFillers(String language, String said, String expected) {
        var fillers = new Fillers(language);
        var found =
                Arrays.stream(said.split(" "))
                        .map(it -> new Word(it, 0, 1, null))
                        .filter(fillers::isFiller)
                        .map(Word::text)
                        .toList();
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected.split(" ")), found);
    }
}
