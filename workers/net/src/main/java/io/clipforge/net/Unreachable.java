package io.clipforge.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/**
 * No complete answer came; another attempt may succeed.
 *
 * @param reason a sentence for whoever chose the URL
 */
public record Unreachable(Cause cause, String reason) implements NoAnswer {

    /** Where it ended. */
    public enum Cause {
        /** The name is not known. */
        DNS,
        /** No connection came about. */
        CONNECT,
        /** No secure connection came about, for example because of the certificate. */
        TLS,
        /** A limit of time passed. */
        TIMEOUT,
        /** The answer is not HTTP, exceeds the bounds of a header, or was cut off. */
        BROKEN,
        /** More redirects than are followed. */
        REDIRECTS
    }

    static Unreachable timeout() {
        return new Unreachable(Cause.TIMEOUT, "the server took too long");
    }

    static Unreachable from(IOException failure) {
        return switch (failure) {
            case UnknownHostException _ ->
                    new Unreachable(Cause.DNS, "the host name cannot be resolved");
            case InterruptedIOException _ -> timeout();
            case ConnectException _ -> new Unreachable(Cause.CONNECT, "the connection was refused");
            case NoRouteToHostException _ ->
                    new Unreachable(Cause.CONNECT, "there is no route to the host");
            case SSLException tls ->
                    new Unreachable(Cause.TLS, "no secure connection: " + tls.getMessage());
            default -> new Unreachable(Cause.BROKEN, "the answer broke off or is not valid HTTP");
        };
    }
}
