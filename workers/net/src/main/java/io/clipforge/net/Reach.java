package io.clipforge.net;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** How far requests on behalf of strangers may go. */
public enum Reach {
    /** The public internet over https. What every deployment uses. */
    PUBLIC_ONLY,

    /**
     * The public internet over https, and this very machine over https or http. For development and
     * tests only: a tenant could talk to whatever listens on the server's loopback interface.
     */
    ALSO_LOOPBACK;

    /**
     * What is wrong with a URL as it is written, before any name is looked up; empty when nothing
     * is. A name may still turn out to point to a forbidden address when it is dialled.
     */
    public Optional<Forbidden> objection(URI target) {
        String scheme = scheme(target);
        if (!scheme.equals("https") && !(scheme.equals("http") && this == ALSO_LOOPBACK)) {
            return Forbidden.because("only https URLs are allowed");
        }
        if (target.getRawUserInfo() != null) {
            return Forbidden.because("the URL must not hold a user name or a password");
        }
        if (target.getHost() == null) {
            return Forbidden.because("the URL has no valid host");
        }
        if (target.getPort() == 0 || target.getPort() > 65_535) {
            return Forbidden.because("the URL has no valid port");
        }
        return switch (HostSpelling.read(target.getHost())) {
            case HostSpelling.Name _ -> Optional.empty();
            case HostSpelling.Literal(var address) when admits(scheme, address) -> Optional.empty();
            case HostSpelling.Literal _ -> Forbidden.because("the address is not public");
            case HostSpelling.Dubious _ ->
                    Forbidden.because(
                            "the URL has no valid host: an address has to be in its canonical form");
        };
    }

    /** Whether a connection of the scheme may be opened to the address. */
    boolean admits(String scheme, InetAddress address) {
        if (this == ALSO_LOOPBACK && address.isLoopbackAddress()) {
            return true;
        }
        return scheme.equals("https") && PublicAddresses.contains(address);
    }

    static String scheme(URI target) {
        return target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
    }
}
