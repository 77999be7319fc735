package io.clipforge.api.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * @param corsOrigins origins whose pages may read our answers, such as {@code
 *     https://app.example.com}
 */
@ConfigurationProperties("clipforge.http")
record CorsSettings(@Bindable(defaultValue = "") List<String> corsOrigins) {
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/\\s*]+");

    CorsSettings {
        corsOrigins = corsOrigins.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        for (var origin : corsOrigins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "clipforge.http.cors-origins: " + origin + " is no origin");
            }
        }
    }

    List<String> origins() {
        return corsOrigins;
    }
}
