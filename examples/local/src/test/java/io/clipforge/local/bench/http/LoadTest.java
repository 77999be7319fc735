package io.clipforge.local.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final List<Account> ACCOUNTS =
            List.of(new Account(UUID.randomUUID(), "key", List.of("prj_1", "prj_2")));

    @Test
    void asManyAsSaidAreSentHoweverFastTheyAreAnswered() throws Exception {
        try (var server = TinyServer.start()) {
            var measured = load(server, 4).paced(Mix.USUAL, 100, Duration.ofSeconds(2));

            assertEquals(200, measured.requests());
            assertTrue(measured.seconds() >= 1.9, "they were spread over " + measured.seconds());
        }
    }

    @Test
    void aRequestThatWaitsForAFreeConnectionCountsAsSlow() throws Exception {
        try (var server = TinyServer.start()) {
            var load = load(server, 1);
            server.takes(Duration.ofMillis(40));

            var measured = load.paced(Mix.only(Operation.READ), 100, Duration.ofSeconds(1));

            assertEquals(100, measured.requests());
            // the hundredth should leave after 1 s and leaves after 4
            assertTrue(measured.ms(1) > 2_500, "the last took " + measured.ms(1) + " ms");
        }
    }

    @Test
    void aBrokenConnectionEndsTheLoad() throws Exception {
        try (var server = TinyServer.start()) {
            var load = load(server, 2);
            server.hangsUp();

            assertThrows(
                    IOException.class,
                    () -> load.asFastAsPossible(Mix.USUAL, Duration.ofSeconds(1)));
        }
    }

    @Test
    void anAnswerThatShouldNotBeEndsTheLoad() throws Exception {
        try (var server = TinyServer.start()) {
            var load = load(server, 2);
            server.answers(503);

            var failure =
                    assertThrows(
                            IOException.class,
                            () -> load.asFastAsPossible(Mix.USUAL, Duration.ofSeconds(1)));
            assertTrue(failure.toString().contains("503"), failure.toString());
        }
    }

    private static Load load(TinyServer server, int connections) throws IOException {
        var service = new Service("tiny", server.port(), ProcessHandle.current().pid());
        return new Load(server.port(), Traffic.of(service, ACCOUNTS), connections);
    }
}
