package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.XAddArgs;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entries that nobody can make sense of, kept for people; they must not block the others. */
final class DeadLetters {
    /** For each kind; {@code claim.lua} adds to them too. */
    static final int KEPT = 1_000;

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final RedisLink link;

    DeadLetters(RedisLink link) {
        this.link = link;
    }

    /**
     * @param from the key it lay under
     */
    void add(KindKeys keys, String from, Map<String, byte[]> entry, Exception reason) {
        log.error("An entry of {} is unreadable", from, reason);
        var fields = new LinkedHashMap<>(entry);
        fields.put("from", from.getBytes(UTF_8));
        fields.put("reason", String.valueOf(reason.getMessage()).getBytes(UTF_8));
        var bounded = XAddArgs.Builder.maxlen(KEPT).approximateTrimming();
        link.call(redis -> RedisLink.await(redis.xadd(keys.dead(), bounded, fields)));
    }
}
