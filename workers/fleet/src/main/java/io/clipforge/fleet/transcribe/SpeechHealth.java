package io.clipforge.fleet.transcribe;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which engine hears speech here, where it computes, and by what speakers are told apart. A fleet
 * with any engine is healthy.
 */
@Singleton
@Readiness
final class SpeechHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private final SpeechRecognizer recognizer;
    private final SpeakerLabels speakers;

    SpeechHealth(SpeechRecognizer recognizer, SpeakerLabels speakers) {
        this.recognizer = recognizer;
        this.speakers = speakers;
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        healthStatus = HealthStatus.UP;
        var facts = new LinkedHashMap<String, Object>();
        facts.put("engine", recognizer.engine());
        facts.putAll(recognizer.facts());
        facts.put("speakers", speakers.voices());
        return facts;
    }

    @Override
    protected String getName() {
        return "speech";
    }
}
