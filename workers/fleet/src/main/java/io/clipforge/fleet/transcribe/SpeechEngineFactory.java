package io.clipforge.fleet.transcribe;

import io.clipforge.fleet.FleetSettings;
import io.clipforge.fleet.transcribe.pocketsphinx.PocketSphinx;
import io.clipforge.fleet.transcribe.remote.RemoteSettings;
import io.clipforge.fleet.transcribe.remote.RemoteSpeech;
import io.clipforge.models.InstalledModels;
import io.clipforge.models.Machine;
import io.clipforge.models.Model;
import io.clipforge.models.ModelKind;
import io.clipforge.speech.activity.ActivityDetector;
import io.clipforge.speech.activity.SileroDetector;
import io.clipforge.speech.model.Precision;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The speech engine of this fleet: a remote one where there is a key for it, Whisper where there is
 * a model, else PocketSphinx.
 */
@Factory
final class SpeechEngineFactory {
    private static final Logger log = LoggerFactory.getLogger(SpeechEngineFactory.class);

    /** For an operator who wants no model, whatever is installed. */
    private static final String NONE = "none";

    /**
     * @param whisper name of an installed model, or a folder with the files that Hugging Face's
     *     Optimum writes, or {@code none}; absent for the best that is installed and fits into the
     *     fleet
     * @param doubtfulSilence so long without a word makes a phrase of strange words a made-up one,
     *     which is left out; zero: all are believed
     * @param loops whether what Whisper writes again and again over several windows is believed
     * @param together stretches of speech that Whisper writes at once; absent: what was measured to
     *     be faster
     * @param precision of Whisper's weights: {@code fp32}, {@code fp16}, {@code int8}, {@code
     *     int4}; absent: the most exact that is there
     */
    @ConfigurationProperties("clipforge.transcribe")
    record Configuration(
            @Nullable String whisper,
            @Bindable(defaultValue = "2s") Duration doubtfulSilence,
            @Bindable(defaultValue = "false") boolean loops,
            @Nullable Integer together,
            @Nullable String precision) {

        List<Precision> precisions() {
            return precision == null ? Precision.BY_EXACTNESS : List.of(Precision.named(precision));
        }

        WhisperOptions options(@Nullable ActivityDetector voices) {
            var silence =
                    doubtfulSilence.isZero()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(doubtfulSilence.toMillis() / 1000.0);
            return WhisperOptions.of(
                            Runtime.getRuntime().availableProcessors(),
                            new Whisper.Guards(voices, silence, !loops))
                    .withPrecisions(precisions())
                    .withTogether(
                            together == null ? OptionalInt.empty() : OptionalInt.of(together));
        }
    }

    /**
     * @throws IOException when the model that was named is not there, or there is no room for it
     */
    @Bean
    @Singleton
    SpeechRecognizer recognizer(
            Configuration configuration,
            RemoteSettings remote,
            InstalledModels models,
            FleetSettings fleet)
            throws IOException {
        if (remote.key() != null) {
            log.info("Speech is recognised by the remote engine at {}", remote.url());
            return new RemoteSpeech(remote);
        }
        if (NONE.equals(configuration.whisper())) {
            return new PocketSphinx();
        }
        if (configuration.whisper() != null) {
            return open(named(configuration.whisper(), models), configuration, models, fleet);
        }
        configuration.precisions(); // a name that is none is told, whatever is installed
        int processors = Runtime.getRuntime().availableProcessors();
        var machine = new Machine(fleet.memoryMibInAll(), processors);
        var best = models.best(ModelKind.WHISPER, machine);
        return best.isPresent()
                ? unlessBroken(best.get(), configuration, models, fleet)
                : new PocketSphinx();
    }

    /** Nobody asked for this very model, so a fleet starts without it, too. */
    private static SpeechRecognizer unlessBroken(
            Model model, Configuration configuration, InstalledModels models, FleetSettings fleet) {
        try {
            return open(models.folderOf(model), configuration, models, fleet);
        } catch (IOException e) {
            log.warn(
                    "The speech model {} does not load, PocketSphinx takes its place; see"
                            + " ./clipforge models verify",
                    model.name(),
                    e);
            return new PocketSphinx();
        }
    }

    private static Path named(String name, InstalledModels models) throws IOException {
        var folder = name.contains("/") ? Path.of(name) : models.folder().resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    "There is no speech model in "
                            + folder
                            + "; ./clipforge models list names those that can be pulled");
        }
        return folder;
    }

    private static SpeechRecognizer open(
            Path folder, Configuration configuration, InstalledModels models, FleetSettings fleet)
            throws IOException {
        var options = configuration.options(voices(models));
        // what does not fit by far is not even loaded
        requireRoom(folder, ModelMemory.mib(folder, options.precisions()), 0, fleet);
        var whisper = Whisper.open(folder, options);
        try {
            requireRoom(folder, whisper.residentMib(), whisper.transcriptionMib(), fleet);
        } catch (IOException e) {
            whisper.close();
            throw e;
        }
        log.info("Speech is recognised by the model in {}: {}", folder, whisper.facts());
        return whisper;
    }

    private static void requireRoom(
            Path folder, int modelMib, int transcriptionMib, FleetSettings fleet)
            throws IOException {
        if (modelMib + transcriptionMib > fleet.memoryMibInAll()) {
            throw new IOException(
                    "The speech model in %s takes %d MiB and a transcription %d MiB, but this fleet"
                                    .formatted(folder, modelMib, transcriptionMib)
                            + " has %d MiB (clipforge.fleet.memory-mib); a smaller model, or one in"
                                    .formatted(fleet.memoryMibInAll())
                            + " int8, takes less, and so do fewer stretches together");
        }
    }

    /** Without its model nobody is sure where speech is: then everything is listened to. */
    private static @Nullable ActivityDetector voices(InstalledModels models) {
        var file = models.file(InstalledModels.SILERO_VAD, "silero_vad.onnx");
        try {
            return file.isPresent() ? SileroDetector.open(file.get()) : null;
        } catch (IOException e) {
            log.warn("Silence is listened to as well: {} does not load", file.get(), e);
            return null;
        }
    }
}
