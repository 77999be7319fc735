package io.clipforge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.local.sample.SampleVideo;
import io.clipforge.sdk.ClipForge;
import io.clipforge.sdk.ProgressListener;
import io.clipforge.sdk.model.NewIngest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two fleets work on the parts of one asset, and one of them dies. */
class TwoFleetsTest {
    private static final String DOOMED = "doomed";

    @TempDir Path folder;

    @Test
    void killingOneOfTwoFleetsCostsOnlyThePartInHand() throws Exception {
        int words = wordsAfterAKill(Map.of());

        assertTrue(words > 300, words + " words");
    }

    @Test
    void whatWhisperHadInHandWhenItWasKilledIsWrittenAgain() throws Exception {
        var model = WhisperFiles.write(folder.resolve("whisper"));

        int words =
                wordsAfterAKill(
                        Map.of(
                                "clipforge.transcribe.whisper",
                                model.toString(),
                                "clipforge.transcribe.doubtful-silence",
                                "0s")); // random weights are never sure

        assertTrue(words > 0);
    }

    /** Of an asset one part of which a fleet had in hand when it was killed. */
    private int wordsAfterAKill(Map<String, Object> engine) throws Exception {
        var video = SampleVideo.in(Path.of("target/sample")).video();
        try (var state = StateFolder.open(folder.resolve("state"));
                var servers = Servers.start(state);
                var api = Role.API.start(api(servers));
                var _ = Role.FLEET.start(fleet(servers, "survivor", engine))) {
            var key = new Account(state, api).key(Environment.LIVE);
            var client = ClipForge.builder().apiKey(key).baseUrl(api.getURI().toString()).build();
            var doomed = KilledFleet.start(fleet(servers, DOOMED, engine));
            var project = client.projects().create("two fleets").getId();
            var ingest =
                    client.ingests()
                            .createFromFile(
                                    video,
                                    new NewIngest().projectId(project),
                                    ProgressListener.NONE);
            await(
                    servers,
                    "select count(*) from jobs where part is not null and worker = '"
                            + DOOMED
                            + "'",
                    1);
            doomed.destroyForcibly().waitFor();

            client.ingests().waitUntilDone(ingest.getId());
            assertTrue(count(servers, "select count(*) from jobs where part is not null") >= 6);
            assertEquals(1, count(servers, "select count(*) from jobs where attempt > 1"));
            assertEquals(
                    1,
                    count(
                            servers,
                            "select count(*) from job_attempts where outcome = 'lease_lost'"));
            return client.transcripts().get(ingest.getAssetId()).getWords().size();
        }
    }

    private static Map<String, Object> api(Servers servers) {
        var properties = new HashMap<>(servers.queueAndStorage());
        properties.putAll(servers.database());
        properties.put("micronaut.server.port", -1);
        properties.put("clipforge.secret", "the secret of the test");
        properties.put("clipforge.ingests.part-length", "35s");
        return properties;
    }

    private static Map<String, Object> fleet(
            Servers servers, String name, Map<String, Object> engine) {
        var properties = new HashMap<>(servers.queueAndStorage());
        properties.putAll(engine);
        properties.put("micronaut.server.port", -1);
        properties.put("clipforge.fleet.worker", name);
        properties.put("clipforge.fleet.slots", 1);
        return properties;
    }

    private static void await(Servers servers, String query, int wanted) throws SQLException {
        while (count(servers, query) < wanted) {
            Thread.onSpinWait();
        }
    }

    /** In the role that sees the rows of every tenant. */
    private static int count(Servers servers, String query) throws SQLException {
        var postgres = servers.postgres();
        try (var connection =
                        DriverManager.getConnection(
                                postgres.url(), "clipforge_app", postgres.appPassword());
                var statement = connection.createStatement()) {
            statement.execute("set role clipforge_relay");
            var rows = statement.executeQuery(query);
            rows.next();
            return rows.getInt(1);
        }
    }

    /** A fleet in a JVM of its own. */
    static final class KilledFleet {
        private static final String READY = "ready";

        private KilledFleet() {}

        public static void main(String[] args) throws Exception {
            var properties = new HashMap<String, Object>();
            for (var arg : args) {
                var at = arg.indexOf('=');
                properties.put(arg.substring(0, at), arg.substring(at + 1));
            }
            var _ = Role.FLEET.start(properties);
            System.out.println(READY);
            Thread.currentThread().join();
        }

        static Process start(Map<String, Object> properties) throws IOException {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var command =
                    new ArrayList<>(
                            List.of(
                                    java,
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "--enable-native-access=ALL-UNNAMED",
                                    KilledFleet.class.getName()));
            properties.forEach((key, value) -> command.add(key + "=" + value));
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            var output =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            if (output.lines().noneMatch(READY::equals)) {
                throw new IOException("the fleet did not start");
            }
            Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
            return process;
        }
    }
}
