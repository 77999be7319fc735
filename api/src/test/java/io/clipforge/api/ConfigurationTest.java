package io.clipforge.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.configuration.ConfigurationCheck;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final Map<String, Object> RIGHT =
            Map.of(
                    "clipforge.secret",
                    "a secret of some length",
                    "clipforge.database.url",
                    "jdbc:postgresql://db:5432/clipforge",
                    "clipforge.database.app-password",
                    "app",
                    "clipforge.database.owner-password",
                    "owner",
                    "clipforge.redis.url",
                    "redis://:password@a:6379,b:6379",
                    "clipforge.storage.endpoint",
                    "https://s3.example.com",
                    "clipforge.storage.access-key",
                    "access",
                    "clipforge.storage.secret-key",
                    "secret");

    private static List<String> problems(Map<String, Object> changes) {
        var properties = new HashMap<>(RIGHT);
        properties.putAll(changes);
        var context =
                ApplicationContext.builder().environments("api").properties(properties).build();
        return ConfigurationCheck.problems(context.getEnvironment().start());
    }

    @Test
    void whatIsNeededIsEnough() {
        assertEquals(List.of(), problems(Map.of()));
        assertEquals(
                List.of(),
                problems(
                        Map.of(
                                "clipforge.port",
                                "8081",
                                "clipforge.webhooks.reach",
                                "ALSO_LOOPBACK",
                                "clipforge.ingests.part-length",
                                "PT5M",
                                "clipforge.housekeeping.sweep-after",
                                "10m",
                                "clipforge.secrets.keys.k1",
                                ControlPlane.OLD_KEY_BYTES)));
    }

    @Test
    void eachWrongValueIsTold() {
        for (var wrong :
                Map.<String, Object>of(
                                "clipforge.secret", "hunter2",
                                "clipforge.database.url", "postgres://db/clipforge",
                                "clipforge.redis.url", "localhost:6379",
                                "clipforge.storage.endpoint", "s3.example.com",
                                "clipforge.port", "70000",
                                "clipforge.webhooks.reach", "EVERYWHERE",
                                "clipforge.webhooks.concurrency", "0",
                                "clipforge.ingests.part-length", "five minutes",
                                "clipforge.secrets.current", "nobody",
                                "clipforge.secrets.keys.k1", "c2hvcnQ=")
                        .entrySet()) {
            var problems = problems(Map.of(wrong.getKey(), wrong.getValue()));
            assertEquals(1, problems.size(), wrong + ": " + problems);
            assertTrue(problems.getFirst().startsWith(wrong.getKey()), problems.getFirst());
            assertFalse(problems.getFirst().contains(wrong.getValue().toString() + ":"));
        }
    }

    @Test
    void whereNothingCanBeSentIsTold() {
        for (var wrong :
                Map.<String, Object>of(
                                "otel.exporter.otlp.endpoint", "collector:4318",
                                "otel.exporter.otlp.protocol", "grpc",
                                "otel.traces.sampler", "sometimes",
                                "otel.traces.sampler.arg", "2",
                                "sentry.dsn", "nonsense")
                        .entrySet()) {
            var problems = problems(Map.of(wrong.getKey(), wrong.getValue()));
            assertEquals(1, problems.size(), wrong + ": " + problems);
            assertTrue(problems.getFirst().startsWith(wrong.getKey()), problems.getFirst());
        }
    }

    @Test
    void aStartWithoutAConfigurationTellsEverythingAtOnceAndNothingElse() throws Exception {
        var start = start("-clipforge.redis.url=http://redis", "-clipforge.secret=hunter2");
        assertEquals(78, start.code());
        for (var part :
                List.of(
                        "clipforge.secret has fewer than 16 characters",
                        "clipforge.database.url is missing",
                        "(CLIPFORGE_DATABASE_URL)",
                        "clipforge.database.app-password is missing",
                        "clipforge.redis.url does not begin with redis://",
                        "clipforge.storage.endpoint is missing",
                        "clipforge.storage.secret-key is missing")) {
            assertTrue(start.said().contains(part), () -> part + " is not in " + start.said());
        }
        assertFalse(start.said().contains("hunter2"), "a secret");
        assertFalse(start.said().contains("Exception"), start.said());
        assertFalse(start.said().contains("\tat "), "a stack trace");
    }

    private record Start(int code, String said) {}

    private static Start start(String... arguments) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Api.class.getName())
                        .redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Start(process.exitValue(), said);
    }
}
