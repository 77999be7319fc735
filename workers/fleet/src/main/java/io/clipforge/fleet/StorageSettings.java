package io.clipforge.fleet;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where media lies.
 *
 * @param endpoint an S3 server other than Amazon's; it is spoken to in path style
 * @param accessKey absent means that Amazon's own chain finds credentials; so with {@code
 *     secretKey}
 */
@ConfigurationProperties("clipforge.storage")
public record StorageSettings(
        @Nullable URI endpoint,
        @Bindable(defaultValue = "us-east-1") String region,
        @Bindable(defaultValue = "clipforge") String bucket,
        @Nullable String accessKey,
        @Nullable String secretKey) {
    public StorageSettings {
        if ((accessKey == null) != (secretKey == null)) {
            throw new IllegalArgumentException("an access key and a secret key belong together");
        }
    }

    @Override
    public String toString() {
        return bucket + " at " + (endpoint == null ? region : endpoint);
    }
}
