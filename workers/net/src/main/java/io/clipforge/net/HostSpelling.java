package io.clipforge.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** What the host of a URL is. */
sealed interface HostSpelling {
    /** A name that has to be looked up. */
    record Name() implements HostSpelling {}

    /** An address in its canonical form. */
    record Literal(InetAddress address) implements HostSpelling {}

    /** An address that parsers read differently: octal, hexadecimal, shortened, mapped, scoped. */
    record Dubious() implements HostSpelling {}

    /** Where WHATWG's URL standard starts to read a host as an IPv4 address. */
    Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    Pattern DOTTED_DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    static HostSpelling read(String host) {
        if (host.startsWith("[")) {
            return readIpv6(host.substring(1, host.length() - 1));
        }
        if (!ENDS_IN_A_NUMBER.matcher(host).matches()) {
            return new Name();
        }
        return DOTTED_DECIMAL.matcher(host).matches() ? readLiteral(host) : new Dubious();
    }

    private static HostSpelling readIpv6(String text) {
        if (text.contains("%")) {
            return new Dubious();
        }
        // the JDK turns an IPv4-mapped address into the IPv4 address it carries
        return readLiteral(text) instanceof Literal literal
                        && literal.address() instanceof Inet6Address
                ? literal
                : new Dubious();
    }

    private static HostSpelling readLiteral(String text) {
        try {
            return new Literal(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return new Dubious();
        }
    }
}
