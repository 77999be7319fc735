package io.clipforge.local.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said behind the name: {@code --seed 7 --json FILE}. */
public record Options(Map<String, String> values) {
    public Options {
        values = Map.copyOf(values);
    }

    /**
     * @throws IllegalArgumentException when it is not pairs of {@code --name value}
     */
    public static Options parse(List<String> words) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < words.size(); i += 2) {
            if (!words.get(i).startsWith("--") || i + 1 == words.size()) {
                throw new IllegalArgumentException("an option is --NAME VALUE");
            }
            values.put(words.get(i).substring(2), words.get(i + 1));
        }
        return new Options(values);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public long number(String name, long otherwise) {
        return find(name).map(Long::parseLong).orElse(otherwise);
    }
}
