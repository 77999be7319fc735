package io.clipforge.api.signin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for a token, with the client's id and secret from wherever they stood. */
record TokenForm(String clientId, String clientSecret, @Nullable String scope) {
    private static final String GRANT = "client_credentials";
    private static final String BASIC = "basic ";

    /**
     * @throws OAuthRefusal for what cannot be understood
     */
    static TokenForm read(Map<String, Object> form, @Nullable String authorization) {
        var grant = text(form, "grant_type");
        if (grant == null) {
            throw OAuthRefusal.request("grant_type is missing.");
        }
        if (!grant.equals(GRANT)) {
            throw OAuthRefusal.grantType();
        }
        var id = text(form, "client_id");
        var secret = text(form, "client_secret");
        var scope = text(form, "scope");
        if (authorization == null) {
            if (id == null || secret == null) {
                throw OAuthRefusal.client();
            }
            return new TokenForm(id, secret, scope);
        }
        if (secret != null) {
            throw OAuthRefusal.request(
                    "Send the client's secret in the header or in the body, not in both.");
        }
        var basic = basic(authorization, scope);
        if (id != null && !id.equals(basic.clientId())) {
            throw OAuthRefusal.request("Header and body name different clients.");
        }
        return basic;
    }

    /** Id and secret are form-encoded before they are joined (RFC 6749, 2.3.1). */
    private static TokenForm basic(String authorization, @Nullable String scope) {
        if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            try {
                var pair =
                        new String(
                                Base64.getDecoder()
                                        .decode(authorization.substring(BASIC.length()).strip()),
                                StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                if (colon > 0) {
                    return new TokenForm(
                            decode(pair.substring(0, colon)),
                            decode(pair.substring(colon + 1)),
                            scope);
                }
            } catch (IllegalArgumentException _) {
                // Not base 64, or not form-encoded: refused below like any other foreign text.
            }
        }
        throw OAuthRefusal.client();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A parameter that is sent twice could mean either. */
    private static @Nullable String text(Map<String, Object> form, String name) {
        return switch (form.get(name)) {
            case null -> null;
            case String text -> text.isEmpty() ? null : text;
            default -> throw OAuthRefusal.request(name + " is sent more than once.");
        };
    }
}
