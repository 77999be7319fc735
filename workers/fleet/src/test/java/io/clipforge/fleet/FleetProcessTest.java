package io.clipforge.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobReport.Ended;
import io.clipforge.jobs.JobReport.Progressed;
import io.clipforge.jobs.JobReport.Started;
import io.clipforge.jobs.Lease;
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

            assertEquals(new JobOutcome.HandedBack(), fleet.control().next(Ended.class).outcome());
            assertLogsJson(process);
            process.waitFor();
            assertEquals(List.of(), fleet.children());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aProcessThatStoodStillSaysSoAndLetsGoOfWhatItLost() throws Exception {
        var process = launch();
        try {
            fleet.control().submit();
            var run = fleet.control().next(Started.class).run();
            signal("STOP", process);
            fleet.control().hear(Lease.TERM.plusSeconds(1));
            signal("CONT", process);
            // the control plane has given the job away, and says so upon the next beat
            fleet.control().next(Progressed.class);
            fleet.control().queue.cancel(run);

            assertEquals(new JobOutcome.Cancelled(), fleet.control().next(Ended.class).outcome());
            process.toHandle().destroy();
            var log = log(process);
            assertTrue(
                    log.stream().anyMatch(it -> it.startsWith("This process stood still for ")),
                    log::toString);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void signal(String name, Process process) throws Exception {
        var kill = new ProcessBuilder("/bin/sh", "-c", "kill -s " + name + " " + process.pid());
        assertEquals(0, kill.inheritIO().start().waitFor());
    }

    private static void assertLogsJson(Process process) throws IOException {
        var log = log(process);
        assertTrue(log.contains("Started"), log::toString);
    }

    private static List<String> log(Process process) throws IOException {
        var json = new ObjectMapper();
        try (var output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            var messages = new ArrayList<String>();
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                messages.add(json.readTree(line).path("formattedMessage").asText());
            }
            return messages;
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
