package io.clipforge.media.captions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfanityTest {
    @ParameterizedTest
    @CsvSource({
        "fuck, f***",
        "Fucking, F******",
        "'fuckin''', 'f*****'''",
        "'“Bullshit!”', '“B*******!”'",
        "SHITTY, S*****",
        "scheiße, s******",
        "cabrón, c*****"
    })
    void aCoarseWordKeepsItsFirstLetter(String word, String masked) {
        assertEquals(masked, Profanity.masked(word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Scunthorpe",
                "shiitake",
                "cocktail",
                "Essex",
                "class",
                "Dick",
                "con",
                "wankel",
                "pass"
            })
    void aHarmlessWordStays(String word) {
        assertEquals(word, Profanity.masked(word));
    }
}
