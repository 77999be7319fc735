package io.clipforge.api.http;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.Tenants;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Pages by position: a cursor names the last row seen and is signed together with the caller and
 * the filters, so that it works for the list it came from only.
 */
@Singleton
public class Paging {
    private static final int DEFAULT_LIMIT = 20;
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;
    private static final UUID ABOVE_ALL = new UUID(-1, -1);

    private final SecretKeySpec key;
    private final Tenants tenants;

    Paging(@Value("${clipforge.secret}") String secret, Tenants tenants) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.tenants = tenants;
    }

    /** Which list, with which filters. */
    public PageRequest of(
            @Nullable Integer limit,
            @Nullable String cursor,
            String list,
            @Nullable Object... filters) {
        var binding = tenants.current() + " " + list + " " + Arrays.toString(filters);
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : limit,
                cursor == null ? null : position(cursor, binding),
                binding);
    }

    /**
     * @param after id of the last row of the page before
     */
    public record PageRequest(int limit, @Nullable UUID after, String binding) {
        /**
         * For lists that go down: the id that every row of the page is below. Never null, so that
         * PostgreSQL can begin there in an index, whatever plan it keeps.
         */
        public UUID before() {
            return after == null ? ABOVE_ALL : after;
        }

        /** One more than asked for, to know whether there are more. */
        public int probe() {
            return limit + 1;
        }
    }

    /** One page, its rows turned into resources. */
    public record Page<T>(List<T> data, boolean hasMore, @Nullable String nextCursor) {}

    public <R, T> Page<T> page(
            PageRequest request, List<R> rows, Function<R, UUID> id, Function<R, T> resource) {
        return pageOf(request, rows, id, shown -> shown.stream().map(resource).toList());
    }

    /** For rows that are turned into resources all at once. */
    public <R, T> Page<T> pageOf(
            PageRequest request,
            List<R> rows,
            Function<R, UUID> id,
            Function<List<R>, List<T>> resources) {
        boolean more = rows.size() > request.limit();
        var shown = more ? rows.subList(0, request.limit()) : rows;
        var next = more ? cursor(id.apply(shown.getLast()), request.binding()) : null;
        return new Page<>(resources.apply(shown), more, next);
    }

    private String cursor(UUID id, String binding) {
        var bytes =
                ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits());
        bytes.put(sign(id, binding));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private UUID position(String cursor, String binding) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() == ID_BYTES + SIGNATURE_BYTES) {
                var id = new UUID(bytes.getLong(), bytes.getLong());
                var signature = new byte[SIGNATURE_BYTES];
                bytes.get(signature);
                if (MessageDigest.isEqual(signature, sign(id, binding))) {
                    return id;
                }
            }
        } catch (IllegalArgumentException _) {
            // Not base 64: refused below like any other foreign text.
        }
        throw ApiProblem.of(
                ProblemType.INVALID_REQUEST,
                "The cursor does not belong to this list; start again without one.");
    }

    private byte[] sign(UUID id, String binding) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(binding.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(
                    mac.doFinal(id.toString().getBytes(StandardCharsets.US_ASCII)),
                    SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
