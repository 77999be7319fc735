package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import java.util.LinkedHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entries that nobody can make sense of, kept for people; they must not block a stream. */
final class DeadLetters {
    static final String STREAM = "clipforge:dead";
    static final int KEPT = 1_000;

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final RedisLink link;

    DeadLetters(RedisLink link) {
        this.link = link;
    }

    void add(StreamMessage<String, byte[]> entry, Exception reason) {
        log.error("Entry {} of {} is unreadable", entry.getId(), entry.getStream(), reason);
        var fields = new LinkedHashMap<>(entry.getBody());
        fields.put("dead:stream", entry.getStream().getBytes(UTF_8));
        fields.put("dead:id", entry.getId().getBytes(UTF_8));
        fields.put("dead:reason", String.valueOf(reason.getMessage()).getBytes(UTF_8));
        var bounded = XAddArgs.Builder.maxlen(KEPT).approximateTrimming();
        link.call(redis -> redis.xadd(STREAM, bounded, fields));
    }
}
