package io.clipforge.api.storage;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;

/**
 * Where the media lies.
 *
 * @param endpoint of the S3 protocol, as clients reach it: presigned URLs are made for it
 * @param urlLifetime how long a presigned URL works
 */
@ConfigurationProperties("clipforge.storage")
public record StorageSettings(
        URI endpoint,
        @Bindable(defaultValue = "us-east-1") String region,
        @Bindable(defaultValue = "clipforge") String bucket,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @Bindable(defaultValue = "PT1H") Duration urlLifetime) {

    @Override
    public String toString() {
        return "StorageSettings[" + endpoint + ", " + bucket + "]";
    }
}
