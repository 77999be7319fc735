package io.clipforge.api.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.webhooks.EndpointGuards.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EndpointGuardsTest {
    private final EndpointGuards guards = new EndpointGuards();
    private final UUID endpoint = UUID.randomUUID();

    private void call(boolean answered) {
        try (var place = guards.enter(endpoint).orElseThrow()) {
            place.called(answered);
        }
    }

    @Test
    void anEndpointTakesAFewOfOurPlacesAtMost() {
        List<Place> places = new ArrayList<>();
        for (var place = guards.enter(endpoint);
                place.isPresent();
                place = guards.enter(endpoint)) {
            places.add(place.get());
        }
        assertEquals(10, places.size());
        assertTrue(guards.enter(UUID.randomUUID()).isPresent(), "others have theirs");
        places.getFirst().close();
        assertTrue(guards.enter(endpoint).isPresent());
    }

    @Test
    void oneThatDoesNotAnswerIsLeftBe() {
        for (int i = 0; i < 5; i++) {
            call(false);
        }
        assertEquals(Optional.empty(), guards.enter(endpoint));
        assertTrue(guards.enter(UUID.randomUUID()).isPresent());
    }

    @Test
    void anAnswerInBetweenCounts() {
        for (int i = 0; i < 12; i++) {
            call(i % 4 == 0);
        }
        assertTrue(guards.enter(endpoint).isPresent());
    }

    @Test
    void aPlaceThatWasNotUsedSaysNothing() {
        for (int i = 0; i < 20; i++) {
            guards.enter(endpoint).orElseThrow().close();
        }
        assertTrue(guards.enter(endpoint).isPresent());
    }
}
