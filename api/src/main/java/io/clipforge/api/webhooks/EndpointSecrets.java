package io.clipforge.api.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipforge.api.secrets.SecretBox;
import io.clipforge.webhooks.Secret;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What endpoints' calls are signed with: sealed where it lies, opened when a call is signed. */
@Singleton
final class EndpointSecrets {
    private final SecretBox box;

    EndpointSecrets(SecretBox box) {
        this.box = box;
    }

    String seal(UUID endpoint, Secret secret) {
        return box.seal(secret.text().getBytes(UTF_8), context(endpoint));
    }

    /** Newest first; the previous one signs too until it expires. */
    List<Secret> signing(WebhookEndpoint endpoint, Instant now) {
        var secrets = new ArrayList<>(List.of(open(endpoint.id(), endpoint.secret())));
        var previous = endpoint.previousSecret(now);
        if (previous != null) {
            secrets.add(open(endpoint.id(), previous));
        }
        return secrets;
    }

    /** The same secret under the key that seals now. */
    String sealAnew(UUID endpoint, String stored) {
        return SecretBox.isSealed(stored)
                ? box.sealAnew(stored, context(endpoint))
                : box.seal(stored.getBytes(UTF_8), context(endpoint));
    }

    /** Rows from before there was a box hold the secret itself, until they are sealed. */
    private Secret open(UUID endpoint, String stored) {
        return new Secret(
                SecretBox.isSealed(stored)
                        ? new String(box.open(stored, context(endpoint)), UTF_8)
                        : stored);
    }

    private static String context(UUID endpoint) {
        return "webhook_endpoints/" + endpoint;
    }
}
