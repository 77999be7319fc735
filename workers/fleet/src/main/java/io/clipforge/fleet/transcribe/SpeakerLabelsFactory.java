package io.clipforge.fleet.transcribe;

import io.clipforge.models.InstalledModels;
import io.clipforge.speech.activity.ActivityDetector;
import io.clipforge.speech.activity.EnergyDetector;
import io.clipforge.speech.activity.SileroDetector;
import io.clipforge.speech.speakers.CepstralDiarizer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speech is found by Silero where it is installed, else by what stands out of the noise. */
@Factory
final class SpeakerLabelsFactory {
    private static final Logger log = LoggerFactory.getLogger(SpeakerLabelsFactory.class);

    private static final String SILERO = "silero_vad.onnx";

    @Bean
    @Singleton
    SpeakerLabels labels(InstalledModels models) {
        return new SpeakerLabels(activity(models), new CepstralDiarizer());
    }

    private static ActivityDetector activity(InstalledModels models) {
        var file = models.file(InstalledModels.SILERO_VAD, SILERO);
        try {
            return file.isPresent() ? SileroDetector.open(file.get()) : new EnergyDetector();
        } catch (IOException e) {
            log.warn("{} does not load, so speech is found without it", file.get(), e);
            return new EnergyDetector();
        }
    }
}
