package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobReport;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.JobSpec.Source.Sample.Content;
import io.clipforge.jobs.RankedMoments;
import io.clipforge.jobs.Transcript;
import io.clipforge.jobs.Trial;
import io.clipforge.jobs.Waveform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(JobKind.class)
    void aKindKeepsItsShapeOnTheWire(JobKind kind) throws IOException {
        var golden = golden(kind.wireName() + ".json");

        assertTravels(golden.get("spec"), GoldenJobs.spec(kind), kind.spec());
        assertTravels(golden.get("result"), GoldenJobs.result(kind), JobResult.class);
    }

    @Test
    void reportsKeepTheirShapeOnTheWire() throws IOException {
        var golden = golden("reports.json");
        var reports = GoldenJobs.reports();

        assertEquals(golden.size(), reports.size());
        for (int i = 0; i < reports.size(); i++) {
            assertTravels(golden.get(i), reports.get(i), JobReport.class);
        }
    }

    @Test
    void documentsKeepTheirShape() throws IOException {
        var golden = golden("documents.json");

        assertStays(golden.get("transcript"), Transcript.class);
        assertStays(golden.get("analysis"), Analysis.class);
        assertStays(golden.get("moments"), RankedMoments.class);
        assertStays(golden.get("waveform"), Waveform.class);
    }

    @Test
    void aStoredSourceIsNamed() throws IOException {
        var spec =
                spec(
                        "{'assetId': '%s', 'source': {'type': 'stored', 'key': 'a', 'filename': 'b'}, 'partMs': 1, 'outputPrefix': 'c/'}");

        assertEquals(new JobSpec.Source.Stored("a", "b"), spec.source());
    }

    @Test
    void aStoredSourceMaySayItsContent() throws IOException {
        var spec =
                spec(
                        "{'assetId': '%s', 'source': {'type': 'stored', 'key': 'a', 'filename': 'b', 'sha256': 'c'}, 'partMs': 1, 'outputPrefix': 'c/'}");

        assertEquals(new JobSpec.Source.Stored("a", "b", "c"), spec.source());
    }

    @Test
    void aSampleIsNamed() throws IOException {
        var spec =
                spec(
                        "{'assetId': '%s', 'source': {'type': 'sample', 'content': 'CUT_OFF_FILM'}, 'partMs': 1, 'outputPrefix': 'c/'}");

        assertEquals(new JobSpec.Source.Sample(Content.CUT_OFF_FILM), spec.source());
    }

    @ParameterizedTest
    @EnumSource(JobKind.class)
    void fieldsOfALaterVersionAreIgnored(JobKind kind) throws IOException {
        var golden = golden(kind.wireName() + ".json");
        for (var object : objects(golden)) {
            object.put("laterField", "x").putObject("laterObject").put("y", 1);
        }

        assertEquals(GoldenJobs.spec(kind), read(golden.get("spec"), kind.spec()));
        assertEquals(GoldenJobs.result(kind), read(golden.get("result"), JobResult.class));
    }

    @ParameterizedTest
    @EnumSource(JobKind.class)
    void aMissingFieldIsRefusedUnlessItMayBeAbsent(JobKind kind) throws IOException {
        var golden = golden(kind.wireName() + ".json").get("spec");
        for (var component : kind.spec().getRecordComponents()) {
            var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            ObjectNode without = golden.deepCopy();
            without.remove(component.getName());
            if (nullable) {
                read(without, kind.spec());
            } else {
                assertThrows(IOException.class, () -> read(without, kind.spec()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{'type': 'exploded'}", "{'attempt': 1}"})
    void whatIsNoReportIsRefused(String text) {
        assertThrows(IOException.class, () -> JobJson.read(json(text), JobReport.class));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyChoiceHasAGoldenExample(Class<?> choice) throws IOException {
        Set<String> examples = new HashSet<>();
        for (var file : files()) {
            for (var object : objects(golden(file))) {
                if (object.has("type")) {
                    examples.add(object.get("type").asText());
                }
            }
        }
        var names = Arrays.stream(choice.getPermittedSubclasses()).map(JobJsonTest::wireName);

        names.filter(it -> !Set.of("stored", "sample").contains(it)) // have tests of their own
                .forEach(it -> assertTrue(examples.contains(it), it));
    }

    static Stream<Class<?>> choices() {
        return Stream.of(
                JobReport.class,
                JobOutcome.class,
                JobResult.class,
                JobSpec.Source.class,
                Trial.class);
    }

    private static List<String> files() {
        var files = new ArrayList<>(List.of("reports.json"));
        Arrays.stream(JobKind.values()).forEach(it -> files.add(it.wireName() + ".json"));
        return files;
    }

    private static String wireName(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static void assertTravels(JsonNode golden, Object value, Class<?> type)
            throws IOException {
        assertEquals(value, read(golden, type));
        assertEquals(golden, JSON.readTree(JobJson.write(value)));
    }

    private static void assertStays(JsonNode golden, Class<?> type) throws IOException {
        assertEquals(golden, JSON.readTree(JobJson.write(read(golden, type))));
    }

    private static Object read(JsonNode json, Class<?> type) throws IOException {
        return JobJson.read(JSON.writeValueAsBytes(json), type);
    }

    private static JobSpec.Ingest spec(String text) throws IOException {
        var id = "01900000-0000-7000-8000-00000000000a";
        return JobJson.read(json(text.formatted(id)), JobSpec.Ingest.class);
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    private static List<ObjectNode> objects(JsonNode node) {
        var found = new ArrayList<ObjectNode>();
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        node.forEach(it -> found.addAll(objects(it)));
        return found;
    }

    private static JsonNode golden(String name) throws IOException {
        try (var stream = JobJsonTest.class.getResourceAsStream("/golden/" + name)) {
            return JSON.readTree(Objects.requireNonNull(stream, name));
        }
    }
}
