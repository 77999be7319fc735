package io.clipforge.api.trials;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as it was asked for.
 *
 * @param seconds how long {@link Scenario#SLOW} waits; of no meaning elsewhere
 */
public record MagicInput(Scenario scenario, int seconds) {

    public JobSpec.Source source() {
        return new JobSpec.Source.Sample(scenario.content());
    }

    /** What the first job of the flow is to try out. */
    public @Nullable Trial trial() {
        return scenario == Scenario.SLOW ? new Trial.Wait(seconds) : scenario.trial(JobKind.INGEST);
    }

    /** What is said in the sample, as WebVTT: no engine has to hear it. */
    public byte[] transcript() {
        var name = scenario == Scenario.NO_SPEECH ? "no-speech.vtt" : "talk.vtt";
        try (var stream = MagicInput.class.getResourceAsStream("/trials/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
