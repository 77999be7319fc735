package io.clipforge.webhooks;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One attempt to be made.
 *
 * @param id of the message, the same for every attempt and every endpoint, so that a receiver can
 *     tell a repetition
 * @param secrets of the endpoint, the newest first; more than one while they rotate
 * @param payload JSON
 * @param headers to send beside those of the signature, for example {@code webhook-sequence}
 * @param attempt its number, from 1
 */
public record Delivery(
        String id,
        URI endpoint,
        List<Secret> secrets,
        String payload,
        Map<String, String> headers,
        int attempt) {
    public Delivery {
        secrets = List.copyOf(secrets);
        headers = Map.copyOf(headers);
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts are counted from 1, not " + attempt);
        }
    }
}
