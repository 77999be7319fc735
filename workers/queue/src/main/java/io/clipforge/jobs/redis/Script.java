package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;

/** Several commands that Redis does as one; all keys of a script lie in one hash slot. */
enum Script {
    /** Of all who settle the same entry, exactly one gets 1. */
    SETTLE(
            """
            local settled = redis.call('XACK', KEYS[1], ARGV[1], unpack(ARGV, 2))
            redis.call('XDEL', KEYS[1], unpack(ARGV, 2))
            return settled
            """),

    /** Puts an entry that was read back to the end of its stream. */
    HAND_BACK(
            """
            local entry = redis.call('XRANGE', KEYS[1], ARGV[2], ARGV[2])
            if #entry == 0 or redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 0 then
                return 0
            end
            redis.call('XADD', KEYS[1], '*', unpack(entry[1][2]))
            redis.call('XDEL', KEYS[1], ARGV[2])
            return 1
            """),

    /**
     * Notes which entry an attempt was taken by. A repeat of it in another entry is dropped; the
     * same entry may be taken again, because its first taker may have died before it settled.
     */
    TAKE(
            """
            if #redis.call('XRANGE', KEYS[1], ARGV[2], ARGV[2]) == 0 then
                return 0
            end
            local holder = redis.call('GET', KEYS[2])
            if holder and holder ~= ARGV[2] then
                redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
                redis.call('XDEL', KEYS[1], ARGV[2])
                return 0
            end
            redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
            return 1
            """);

    private final String text;

    Script(String text) {
        this.text = text;
    }

    long run(RedisCommands<String, byte[]> redis, List<String> keys, List<String> arguments) {
        var values = arguments.stream().map(it -> it.getBytes(UTF_8)).toArray(byte[][]::new);
        Long answer =
                redis.eval(text, ScriptOutputType.INTEGER, keys.toArray(String[]::new), values);
        return answer;
    }
}
