package io.clipforge.net;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer, whatever its status.
 *
 * @param headers by their names in lower case; of a repeated one the first
 * @param excerpt the first {@value #EXCERPT_BYTES} bytes of the body as UTF-8, what is not text
 *     replaced
 * @param took from the call to the end of the excerpt
 */
public record Response(int status, Map<String, String> headers, String excerpt, Duration took)
        implements PostOutcome {
    public static final int EXCERPT_BYTES = 8_192;

    public Response {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
