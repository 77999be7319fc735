package io.clipforge.net;

import java.util.Optional;

/**
 * The request was not made, since its URL or the address behind its name is out of bounds.
 *
 * @param reason a sentence for whoever chose the URL; never names the address behind a name, which
 *     would tell strangers how our network looks
 */
public record Forbidden(String reason) implements NoAnswer {
    static Optional<Forbidden> because(String reason) {
        return Optional.of(new Forbidden(reason));
    }
}
