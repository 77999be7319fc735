package io.clipforge.net;

import java.io.Serial;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a name up and hands on only the addresses that may be dialled. The client dials exactly
 * what this answers and never asks again, so a name that changes its mind gains nothing.
 */
final class CheckedDns implements DnsResolver {
    private final Names names;
    private final Predicate<InetAddress> admitted;

    CheckedDns(Names names, Predicate<InetAddress> admitted) {
        this.names = names;
        this.admitted = admitted;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] checked =
                Arrays.stream(names.lookUp(host)).filter(admitted).toArray(InetAddress[]::new);
        if (checked.length == 0) {
            throw new ForbiddenAddressException(host);
        }
        return checked;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The system's resolver, or a test's. */
    @FunctionalInterface
    interface Names {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    /** A name none of whose addresses may be dialled. */
    static final class ForbiddenAddressException extends UnknownHostException {
        @Serial private static final long serialVersionUID = 1L;

        ForbiddenAddressException(String host) {
            super(host + " does not resolve to a public address");
        }
    }
}
