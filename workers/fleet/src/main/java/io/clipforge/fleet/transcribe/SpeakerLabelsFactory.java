package io.clipforge.fleet.transcribe;

import io.clipforge.models.InstalledModels;
import io.clipforge.speech.activity.ActivityDetector;
import io.clipforge.speech.activity.EnergyDetector;
import io.clipforge.speech.activity.SileroDetector;
import io.clipforge.speech.speakers.CepstralDiarizer;
import io.clipforge.speech.speakers.Diarizer;
import io.clipforge.speech.speakers.EmbeddingDiarizer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speech is found by Silero where it is installed, else by what stands out of the noise; voices are
 * known by WeSpeaker's model where that is installed, else by their cepstra.
 */
@Factory
final class SpeakerLabelsFactory {
    private static final Logger log = LoggerFactory.getLogger(SpeakerLabelsFactory.class);

    private static final String SILERO = "silero_vad.onnx";
    private static final String WESPEAKER = "voxceleb_resnet34_LM.onnx";

    @Bean
    @Singleton
    SpeakerLabels labels(InstalledModels models) {
        return new SpeakerLabels(activity(models), diarizer(models));
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

    private static Diarizer diarizer(InstalledModels models) {
        var name = InstalledModels.WESPEAKER;
        var file = models.file(name, WESPEAKER);
        try {
            return file.isPresent()
                    ? EmbeddingDiarizer.open(
                            name, file.get(), Runtime.getRuntime().availableProcessors())
                    : new CepstralDiarizer();
        } catch (IOException e) {
            log.warn("{} does not load, so voices are told apart without it", file.get(), e);
            return new CepstralDiarizer();
        }
    }
}
