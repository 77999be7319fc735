package io.clipforge.api.problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** The registered problem types, as the contract lists them. */
public final class ProblemRegistry {
    private static final String RESOURCE = "/openapi/problems.yaml";
    private static final Map<String, Object> DOCUMENT = read();
    private static final Map<String, Entry> ENTRIES = entries();

    private ProblemRegistry() {}

    /**
     * @param when when it happens
     * @param mend what the caller does about it
     */
    public record Entry(
            String code, int status, String title, String description, String when, String mend) {}

    public static List<Entry> all() {
        return List.copyOf(ENTRIES.values());
    }

    static Entry get(String code) {
        return Objects.requireNonNull(ENTRIES.get(code), code);
    }

    /** What every type's address begins with. */
    static String base() {
        return String.valueOf(DOCUMENT.get("base"));
    }

    @SuppressWarnings("unchecked") // the document was checked before it was built in
    private static Map<String, Entry> entries() {
        var entries = new LinkedHashMap<String, Entry>();
        for (var item :
                (List<Map<String, Object>>) Objects.requireNonNull(DOCUMENT.get("problems"))) {
            var entry =
                    new Entry(
                            text(item, "code"),
                            Integer.parseInt(text(item, "status")),
                            text(item, "title"),
                            text(item, "description"),
                            text(item, "when"),
                            text(item, "mend"));
            entries.put(entry.code(), entry);
        }
        return entries;
    }

    private static String text(Map<String, Object> item, String field) {
        return String.valueOf(item.get(field));
    }

    private static Map<String, Object> read() {
        try (InputStream in = ProblemRegistry.class.getResourceAsStream(RESOURCE)) {
            return new Yaml().load(Objects.requireNonNull(in, RESOURCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
