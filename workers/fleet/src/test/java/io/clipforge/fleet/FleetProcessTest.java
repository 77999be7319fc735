package io.clipforge.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobReport.Ended;
import io.clipforge.jobs.JobReport.Started;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class FleetProcessTest {
    @RegisterExtension static final FleetServers fleet = new FleetServers();

    @Test
    void aProcessThatIsAskedToStopHandsItsJobsBackAndLogsJson() throws Exception {
        var process = launch();
        try {
            fleet.control().submit();
            fleet.control().next(Started.class);
            process.toHandle().destroy(); // politely, and its output stays readable

            assertEquals(
                    new JobOutcome.RetryLater("the worker is shutting down"),
                    fleet.control().next(Ended.class).outcome());
            assertLogsJson(process);
            process.waitFor();
            assertEquals(List.of(), fleet.children());
        } finally {
            process.destroyForcibly();
        }
    }

    private static void assertLogsJson(Process process) throws IOException {
        var json = new ObjectMapper();
        try (var output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            var messages = new ArrayList<String>();
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                messages.add(json.readTree(line).path("formattedMessage").asText());
            }
            assertTrue(messages.contains("Started"), messages::toString);
        }
    }

    private static Process launch() throws IOException {
        var builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Fleet.class.getName());
        var storage = fleet.storage();
        builder.environment()
                .putAll(
                        Map.of(
                                "TEST_HANDLER", "waiting",
                                "CLIPFORGE_LOGS", "json",
                                "CLIPFORGE_REDIS_URL", fleet.redis().url(),
                                "CLIPFORGE_STORAGE_ENDPOINT", String.valueOf(storage.endpoint()),
                                "CLIPFORGE_STORAGE_ACCESS_KEY", String.valueOf(storage.accessKey()),
                                "CLIPFORGE_STORAGE_SECRET_KEY", String.valueOf(storage.secretKey()),
                                "CLIPFORGE_FLEET_WORKSPACE", fleet.folder().toString(),
                                "CLIPFORGE_FLEET_PORT", "-1",
                                "CLIPFORGE_FLEET_GRACE", "0s"));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
