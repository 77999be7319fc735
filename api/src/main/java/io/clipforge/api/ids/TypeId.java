package io.clipforge.api.ids;

import java.util.Optional;
import java.util.UUID;

/**
 * A kind of resource and how its ids are written: a prefix and the UUID in 26 characters of
 * Crockford's base 32, as the TypeID specification (v0.3) has it.
 */
public enum TypeId {
    ORGANIZATION("org"),
    MEMBER("mem"),
    INVITATION("inv"),
    OAUTH_CLIENT("cli"),
    SIGNING_KEY("sig"),
    API_KEY("key"),
    PROJECT("prj"),
    UPLOAD("upl"),
    INGEST("ing"),
    ASSET("ast"),
    JOB("job"),
    MOMENT("mom"),
    EXPORT("exp"),
    BRAND_KIT("bk"),
    WEBHOOK_ENDPOINT("we"),
    EVENT("evt"),
    DELIVERY("dlv"),
    AUDIT_ENTRY("aud");

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;

    private final String prefix;

    TypeId(String prefix) {
        this.prefix = prefix;
    }

    public String text(UUID id) {
        var text = new char[LENGTH];
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (low & 31));
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return prefix + "_" + new String(text);
    }

    /** Empty for anything that this kind of id cannot be, so that it is simply not found. */
    public Optional<UUID> find(String text) {
        int start = prefix.length() + 1;
        if (text.length() != start + LENGTH
                || !text.startsWith(prefix + "_")
                || text.charAt(start) > '7') {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = start; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | digit;
        }
        return Optional.of(new UUID(high, low));
    }
}
