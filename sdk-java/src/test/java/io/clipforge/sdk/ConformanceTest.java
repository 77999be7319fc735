package io.clipforge.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clipforge.sdk.errors.ApiException;
import io.clipforge.sdk.errors.BadRequestException;
import io.clipforge.sdk.errors.ClipForgeException;
import io.clipforge.sdk.errors.ConflictException;
import io.clipforge.sdk.errors.ConnectionException;
import io.clipforge.sdk.errors.ForbiddenException;
import io.clipforge.sdk.errors.JobFailedException;
import io.clipforge.sdk.errors.NotFoundException;
import io.clipforge.sdk.errors.PaymentRequiredException;
import io.clipforge.sdk.errors.PreconditionFailedException;
import io.clipforge.sdk.errors.RateLimitedException;
import io.clipforge.sdk.errors.ServerException;
import io.clipforge.sdk.errors.StorageException;
import io.clipforge.sdk.errors.TimeoutException;
import io.clipforge.sdk.errors.UnauthenticatedException;
import io.clipforge.sdk.errors.UnexpectedAnswerException;
import io.clipforge.sdk.errors.UnprocessableException;
import io.clipforge.sdk.model.FieldError;
import io.clipforge.sdk.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the cases that all SDKs share; {@code openapi/conformance/README.md} tells their form. */
class ConformanceTest {
    private static final Path FOLDER = Path.of("../openapi/conformance");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Class<? extends Exception>> KINDS =
            Map.ofEntries(
                    Map.entry("bad_request", BadRequestException.class),
                    Map.entry("unauthenticated", UnauthenticatedException.class),
                    Map.entry("payment_required", PaymentRequiredException.class),
                    Map.entry("forbidden", ForbiddenException.class),
                    Map.entry("not_found", NotFoundException.class),
                    Map.entry("conflict", ConflictException.class),
                    Map.entry("precondition_failed", PreconditionFailedException.class),
                    Map.entry("unprocessable", UnprocessableException.class),
                    Map.entry("rate_limited", RateLimitedException.class),
                    Map.entry("server", ServerException.class),
                    Map.entry("api", ApiException.class),
                    Map.entry("connection", ConnectionException.class),
                    Map.entry("timeout", TimeoutException.class),
                    Map.entry("unexpected_answer", UnexpectedAnswerException.class),
                    Map.entry("job_failed", JobFailedException.class),
                    Map.entry("storage", StorageException.class),
                    Map.entry("invalid_argument", IllegalArgumentException.class));

    private static ConformanceServer server;

    @TempDir private Path scratch;

    @BeforeAll
    static void start() {
        server = new ConformanceServer(FOLDER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicContainer> everyCaseHolds() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("cases"))) {
            return files.sorted().map(this::group).toList().stream();
        }
    }

    private DynamicContainer group(Path file) {
        String name = file.getFileName().toString().replace(".json", "");
        try {
            return DynamicContainer.dynamicContainer(
                    name,
                    StreamSupport.stream(JSON.readTree(file.toFile()).spliterator(), false)
                            .map(it ->
                                    DynamicTest.dynamicTest(
                                            it.path("name").asText(), () -> holds(it))));
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private void holds(JsonNode expected) {
        ConformanceServer.Opened opened = server.open(expected.path("script"));
        List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
        ClipForge client = client(expected.path("client"), opened.baseUrl(), waits);
        JsonNode seen;
        try {
            var calls = new ConformanceCalls(client, scratch);
            expected.path("calls").forEach(call -> comesOut(call, calls));
        } finally {
            seen = server.close(opened);
        }
        assertWaits(expected.path("waits_ms"), waits);
        assertRequests(expected, seen.path("requests"));
        assertEquals(0, seen.path("steps_left").asInt(), "steps left");
    }

    private static ClipForge client(JsonNode wanted, String baseUrl, List<Duration> waits) {
        ClipForge.Builder builder =
                ClipForge.builder()
                        .apiKey(wanted.path("api_key").asText("cf_test_conformance"))
                        .baseUrl(wanted.path("base_url").asText(baseUrl))
                        .time(
                                waits::add,
                                Clock.systemUTC(),
                                () -> ThreadLocalRandom.current().nextDouble());
        if (wanted.has("max_retries")) {
            builder.maxRetries(wanted.path("max_retries").asInt());
        }
        if (wanted.has("timeout_ms")) {
            builder.timeout(Duration.ofMillis(wanted.path("timeout_ms").asLong()));
        }
        return builder.build();
    }

    private static void comesOut(JsonNode call, ConformanceCalls calls) {
        for (int i = 0; i < call.path("repeat").asInt(1); i++) {
            if (call.has("error")) {
                assertFails(call, calls);
            } else {
                assertHolds(call.path("result"), calls.make(call), call.path("call").asText());
            }
        }
    }

    private static void assertFails(JsonNode call, ConformanceCalls calls) {
        try {
            JsonNode result = calls.make(call);
            throw new AssertionError("no error, but " + result);
        } catch (ClipForgeException | IllegalArgumentException failure) {
            assertFailure(call.path("error"), failure);
        }
    }

    private static void assertFailure(JsonNode expected, RuntimeException failure) {
        if (expected.has("kind")) {
            assertEquals(KINDS.get(expected.path("kind").asText()), failure.getClass());
        }
        expected.path("message_lacks").forEach(secret -> assertHides(failure, secret.asText()));
        if (failure instanceof ApiException refused) {
            assertRefusal(expected, refused);
        } else if (failure instanceof JobFailedException failed && expected.has("code")) {
            assertEquals(
                    expected.path("code").asText(),
                    failed.problem().map(Problem::getCode).orElse(""));
        } else if (failure instanceof StorageException refused && expected.has("status")) {
            assertEquals(expected.path("status").asInt(), refused.status());
        }
    }

    private static void assertHides(Throwable failure, String secret) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            assertFalse(it.toString().contains(secret), it.toString());
        }
    }

    private static void assertRefusal(JsonNode expected, ApiException refused) {
        if (expected.has("status")) {
            assertEquals(expected.path("status").asInt(), refused.status());
        }
        if (expected.has("code")) {
            assertEquals(expected.path("code").asText(), refused.code());
        }
        if (expected.has("request_id")) {
            assertEquals(expected.path("request_id").asText(), refused.requestId().orElse(""));
        }
        if (expected.has("retry_after_ms")) {
            assertEquals(
                    Duration.ofMillis(expected.path("retry_after_ms").asLong()),
                    refused.retryAfter().orElse(Duration.ZERO));
        }
        if (expected.has("field_errors")) {
            assertEquals(
                    StreamSupport.stream(expected.path("field_errors").spliterator(), false)
                            .map(it -> it.path("pointer").asText() + " " + it.path("code").asText())
                            .toList(),
                    refused.fieldErrors().stream().map(ConformanceTest::text).toList());
        }
    }

    private static String text(FieldError error) {
        return error.getPointer() + " " + error.getCode();
    }

    private static void assertWaits(JsonNode expected, List<Duration> waits) {
        if (expected.isMissingNode()) {
            return;
        }
        assertEquals(expected.size(), waits.size(), waits.toString());
        for (int i = 0; i < waits.size(); i++) {
            long wait = waits.get(i).toMillis();
            JsonNode range = expected.path(i);
            assertTrue(
                    range.path(0).asLong() <= wait && wait <= range.path(1).asLong(),
                    "wait " + i + " is " + wait + " ms, not " + range);
        }
    }

    private static void assertRequests(JsonNode expected, JsonNode seen) {
        if (expected.has("request_count")) {
            assertEquals(expected.path("request_count").asInt(), seen.size(), seen.toString());
        }
        if (expected.has("requests")) {
            JsonNode wanted = expected.path("requests");
            assertEquals(wanted.size(), seen.size(), seen.toString());
            for (int i = 0; i < wanted.size(); i++) {
                SeenRequest.at(seen, i).assertIs(wanted.path(i));
            }
        }
        if (expected.has("requests_any_order")) {
            assertEachIsThere(expected.path("requests_any_order"), seen);
        }
    }

    private static void assertEachIsThere(JsonNode wanted, JsonNode seen) {
        assertEquals(wanted.size(), seen.size(), seen.toString());
        List<SeenRequest> left = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            left.add(SeenRequest.at(seen, i));
        }
        for (JsonNode request : wanted) {
            SeenRequest match =
                    left.stream()
                            .filter(it -> it.is(request))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(request + " not in " + seen));
            left.remove(match);
        }
    }

    /** A result holds at least what is expected: objects by their keys, arrays whole. */
    private static void assertHolds(JsonNode expected, JsonNode actual, String where) {
        if (!expected.isObject()) {
            ContractTest.assertSame(expected, actual);
            return;
        }
        expected.properties()
                .forEach(property ->
                        assertHolds(
                                property.getValue(),
                                actual.path(property.getKey()),
                                where + "." + property.getKey()));
    }
}
