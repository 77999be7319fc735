package io.clipforge.api.requests;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a request comes from: the other end of the socket, or, when that is a proxy of ours, whom
 * it speaks for. Anyone can write X-Forwarded-For, so it is read from the right, and only as far as
 * our own proxies wrote it.
 */
@Singleton
public final class ClientAddress {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final Pattern WITH_PORT =
            Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+):\\d+|\\[([^\\]]*)](?::\\d+)?");

    private static final int SITE_BYTES = 8;

    private final List<Network> trusted;

    ClientAddress(ProxySettings settings) {
        trusted = settings.networks();
    }

    /** On a thread that serves a request. */
    public InetAddress ofCurrentRequest() {
        return ServerRequestContext.currentRequest()
                .map(this::of)
                .orElseThrow(() -> new IllegalStateException("this thread serves no request"));
    }

    /** On a thread that serves a request. */
    public String siteOfCurrentRequest() {
        return site(ofCurrentRequest());
    }

    /**
     * What a limit by address counts as one, in hexadecimal: an IPv6 site has 2⁶⁴ addresses to try
     * from; IPv4 addresses are dear.
     */
    public static String site(InetAddress address) {
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SITE_BYTES));
    }

    public InetAddress of(HttpRequest<?> request) {
        var hop = request.getRemoteAddress().getAddress();
        if (!trusts(hop)) {
            return hop;
        }
        var path =
                request.getHeaders().getAll(FORWARDED).stream()
                        .flatMap(it -> Stream.of(it.split(",", -1)))
                        .map(ClientAddress::address)
                        .toList();
        for (var before : path.reversed()) {
            if (before.isEmpty()) {
                return hop;
            }
            hop = before.get();
            if (!trusts(hop)) {
                return hop;
            }
        }
        return hop;
    }

    private boolean trusts(InetAddress hop) {
        return trusted.stream().anyMatch(it -> it.holds(hop));
    }

    private static Optional<InetAddress> address(String entry) {
        var text = entry.strip();
        var match = WITH_PORT.matcher(text);
        if (!match.matches()) {
            return Network.address(text);
        }
        return Network.address(match.group(1) == null ? match.group(2) : match.group(1));
    }
}
