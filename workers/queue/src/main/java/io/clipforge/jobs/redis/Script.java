package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Several commands that Redis does as one; all keys of a script lie in one hash slot. */
enum Script {
    SUBMIT,
    CLAIM,
    SETTLE,
    STANDING;

    private final String text;
    private final String digest;

    Script() {
        text = load(name().toLowerCase(Locale.ROOT) + ".lua");
        digest = Base16.digest(text.getBytes(UTF_8));
    }

    /** What a script with one number for its answer says. */
    long count(
            RedisClusterAsyncCommands<String, byte[]> redis,
            List<String> keys,
            List<byte[]> arguments) {
        Long answer = (Long) run(ScriptOutputType.INTEGER, redis, keys, arguments);
        return answer;
    }

    /** What a script with a list for its answer says: {@code byte[]} and {@code Long}. */
    List<?> list(
            RedisClusterAsyncCommands<String, byte[]> redis,
            List<String> keys,
            List<byte[]> arguments) {
        return (List<?>) run(ScriptOutputType.MULTI, redis, keys, arguments);
    }

    /** A server that does not know the script, such as a restarted one, learns it by this. */
    private Object run(
            ScriptOutputType type,
            RedisClusterAsyncCommands<String, byte[]> redis,
            List<String> keys,
            List<byte[]> arguments) {
        var names = keys.toArray(String[]::new);
        var values = arguments.toArray(byte[][]::new);
        try {
            return RedisLink.await(redis.evalsha(digest, type, names, values));
        } catch (RedisNoScriptException _) {
            return RedisLink.await(redis.eval(text, type, names, values));
        }
    }

    static byte[] argument(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] argument(long number) {
        return argument(Long.toString(number));
    }

    private static String load(String name) {
        try (var file = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
