package io.clipforge.api.signin;

/** A request for a token that is refused as RFC 6749, 5.2 says. */
final class OAuthRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    private OAuthRefusal(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    static OAuthRefusal request(String description) {
        return new OAuthRefusal(400, "invalid_request", description);
    }

    static OAuthRefusal grantType() {
        return new OAuthRefusal(
                400, "unsupported_grant_type", "The only grant_type is client_credentials.");
    }

    static OAuthRefusal scope() {
        return new OAuthRefusal(
                400, "invalid_scope", "The client does not have all of these scopes.");
    }

    static OAuthRefusal client() {
        return new OAuthRefusal(401, "invalid_client", "Client id and secret do not match.");
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
