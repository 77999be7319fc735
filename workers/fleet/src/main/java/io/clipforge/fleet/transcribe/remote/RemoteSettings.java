package io.clipforge.fleet.transcribe.remote;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A speech engine that speaks AssemblyAI's protocol.
 *
 * @param key absent means that there is none
 * @param models names of its models, the first that fits is used; absent means that it decides
 * @param speakers whether it is to tell speakers apart
 * @param poll between two questions whether it is done
 * @param timeout of one request; an upload may take longer by the size of the sound
 * @param tries of one request that could not be answered
 * @param pause before the second try; twice as long before each further one
 */
@ConfigurationProperties("clipforge.transcribe.remote")
public record RemoteSettings(
        @Bindable(defaultValue = "https://api.assemblyai.com") URI url,
        @Nullable String key,
        @Nullable List<String> models,
        @Bindable(defaultValue = "true") boolean speakers,
        @Bindable(defaultValue = "3s") Duration poll,
        @Bindable(defaultValue = "30s") Duration timeout,
        @Bindable(defaultValue = "4") int tries,
        @Bindable(defaultValue = "1s") Duration pause) {
    public RemoteSettings {
        models = models == null ? null : List.copyOf(models);
        if (tries < 1) {
            throw new IllegalArgumentException("clipforge.transcribe.remote.tries is at least 1");
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "RemoteSettings[" + url + ", models " + models + "]";
    }
}
