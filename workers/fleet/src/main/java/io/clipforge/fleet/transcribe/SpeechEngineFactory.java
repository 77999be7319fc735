package io.clipforge.fleet.transcribe;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The speech engine of this fleet: Whisper where there is a model, else PocketSphinx. */
@Factory
final class SpeechEngineFactory {

    /**
     * @param whisper folder of a Whisper model as Hugging Face's Optimum exports it; absent for the
     *     engine that needs none
     */
    @ConfigurationProperties("clipforge.transcribe")
    record Configuration(@Nullable String whisper) {}

    /**
     * @throws IOException when the folder holds no model
     */
    @Bean
    @Singleton
    SpeechRecognizer recognizer(Configuration configuration) throws IOException {
        return configuration.whisper() == null
                ? new PocketSphinx()
                : Whisper.open(
                        Path.of(configuration.whisper()),
                        Runtime.getRuntime().availableProcessors());
    }
}
