package io.clipforge.api.requests;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, IPv4 or IPv6.
 *
 * @param prefix how many bits are alike
 */
public record Network(InetAddress base, int prefix) {
    /** Four decimal numbers; the JDK also takes fewer, and means something else by them. */
    private static final Pattern IPV4 =
            Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

    public Network {
        if (prefix < 0 || prefix > bits(base)) {
            throw new IllegalArgumentException(base + " has no prefix of " + prefix + " bits");
        }
    }

    /** CIDR notation, or a bare address as a network of one; empty for anything else. */
    public static Optional<Network> find(String text) {
        int slash = text.indexOf('/');
        var length = slash < 0 ? "" : text.substring(slash + 1);
        if (slash >= 0 && !LENGTH.matcher(length).matches()) {
            return Optional.empty();
        }
        return address(slash < 0 ? text : text.substring(0, slash))
                .filter(it -> slash < 0 || Integer.parseInt(length) <= bits(it))
                .map(it -> new Network(it, slash < 0 ? bits(it) : Integer.parseInt(length)));
    }

    /** An address written in digits; a name is none, so that nothing is ever looked up. */
    public static Optional<InetAddress> address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public boolean holds(InetAddress address) {
        var ours = base.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every address of the other is one of this. */
    public boolean holds(Network other) {
        return other.prefix >= prefix && holds(other.base);
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }
}
