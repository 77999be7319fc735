package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobEntryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID JOB = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final String PLACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aPlaceInATraceIsOneMoreFieldOfTheSpec() throws IOException {
        var text = text(message(JobKind.RANK).at(PLACE));
        var golden = golden("message.json");

        assertEquals(golden.get("head").asText(), text.substring(0, text.indexOf(' ')));
        assertEquals(golden.get("body"), JSON.readTree(text.substring(text.indexOf(' '))));
    }

    @ParameterizedTest
    @EnumSource(JobKind.class)
    void aMessageTravelsWithItsPlaceOrWithout(JobKind kind) throws IOException {
        var message = message(kind);

        assertEquals(message, travelled(kind, message));
        assertEquals(message.at(PLACE), travelled(kind, message.at(PLACE)));
    }

    /** As every reader was before messages had a place. */
    @ParameterizedTest
    @EnumSource(JobKind.class)
    void aReaderOfTheSpecAloneIgnoresThePlace(JobKind kind) throws IOException {
        var text = text(message(kind).at(PLACE));
        var body = text.substring(text.indexOf(' ')).getBytes(UTF_8);

        assertEquals(GoldenJobs.spec(kind), JobJson.read(body, kind.spec()));
    }

    @Test
    void aMessageOfAnOlderWriterHasNoPlace() throws IOException {
        var older = JOB + "/1 " + golden("rank.v1.json").get("spec");

        assertNull(new JobEntry(older.getBytes(UTF_8)).message(JobKind.RANK).traceparent());
    }

    private static JobMessage message(JobKind kind) {
        return new JobMessage(JOB, 2, GoldenJobs.spec(kind));
    }

    private static JobMessage travelled(JobKind kind, JobMessage message) throws IOException {
        return new JobEntry(JobEntry.write(message)).message(kind);
    }

    private static String text(JobMessage message) {
        return new String(JobEntry.write(message), UTF_8);
    }

    private static JsonNode golden(String name) throws IOException {
        try (var stream = JobEntryTest.class.getResourceAsStream("/golden/" + name)) {
            return JSON.readTree(Objects.requireNonNull(stream, name));
        }
    }
}
