package io.clipforge.fleet.transcribe;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which engine hears speech here, and where it computes. A fleet with any engine is healthy. */
@Singleton
@Readiness
final class SpeechHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private final SpeechRecognizer recognizer;

    SpeechHealth(SpeechRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        healthStatus = HealthStatus.UP;
        var facts = new LinkedHashMap<String, Object>();
        facts.put("engine", recognizer.engine());
        facts.putAll(recognizer.facts());
        return facts;
    }

    @Override
    protected String getName() {
        return "speech";
    }
}
