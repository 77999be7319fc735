package io.clipforge.local;

import io.clipforge.api.tenancy.Tenant.Environment;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of ClipForge in this JVM: real servers, the control plane and a fleet, on one state folder.
 */
public final class Platform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final StateFolder state;
    private final Servers servers;
    private final EmbeddedServer api;
    private final EmbeddedServer fleet;

    private Platform(StateFolder state, Servers servers, EmbeddedServer api, EmbeddedServer fleet) {
        this.state = state;
        this.servers = servers;
        this.api = api;
        this.fleet = fleet;
    }

    /**
     * Returns when everything answers.
     *
     * @throws StateFolderInUse when another process runs on this folder
     */
    public static Platform start(Path folder) throws IOException, StateFolderInUse {
        var state = StateFolder.open(folder);
        try {
            return start(state);
        } catch (IOException e) {
            state.close();
            throw e;
        }
    }

    /**
     * As {@link #start(Path)}; closed when the JVM ends, even when it is told to during the start.
     */
    public static Platform startUntilExit(Path folder) throws IOException, StateFolderInUse {
        var starting = new CompletableFuture<@Nullable Platform>();
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(
                                        () -> starting.thenAccept(Platform::closeAtExit).join()));
        try {
            var platform = start(folder);
            starting.complete(platform);
            return platform;
        } finally {
            starting.complete(null); // no effect after a start that went well
        }
    }

    private static void closeAtExit(@Nullable Platform platform) {
        try {
            if (platform != null) {
                platform.close();
            }
        } catch (IOException e) {
            LOG.error("Not everything was stopped cleanly", e);
        }
    }

    private static Platform start(StateFolder state) throws IOException {
        var servers = Servers.start(state);
        try (var starts = new SideBySide()) {
            int port = state.port("http");
            var secret = state.secret("api");
            var api = starts.start(() -> Role.API.start(api(servers, port, secret)));
            var fleet = starts.start(() -> Role.FLEET.start(fleet(servers)));
            starts.await();
            return new Platform(state, servers, api.resultNow(), fleet.resultNow());
        } catch (IOException e) {
            servers.close();
            throw e;
        }
    }

    private static Map<String, Object> api(Servers servers, int port, String secret) {
        var properties = new HashMap<>(servers.queueAndStorage());
        properties.putAll(servers.database());
        properties.put("micronaut.server.port", port);
        properties.put("clipforge.secret", secret);
        // nobody shares this machine, and whoever tries things out asks often
        properties.put("clipforge.limits.requests.quota", 1_000_000);
        // development only: on this machine a webhook receiver runs on this machine
        properties.put("clipforge.webhooks.reach", "ALSO_LOOPBACK");
        return properties;
    }

    /** A worker decodes hostile media: it is told nothing about the database. */
    private static Map<String, Object> fleet(Servers servers) {
        var properties = new HashMap<>(servers.queueAndStorage());
        properties.put("micronaut.server.port", -1);
        // whoever pressed Ctrl-C waits; what is given up goes on at the next start
        properties.put("clipforge.fleet.grace", "1s");
        // development only: so does the server a video is fetched from
        properties.put("clipforge.ingest.download.reach", "ALSO_LOOPBACK");
        return properties;
    }

    public URI url() {
        return api.getURI();
    }

    /**
     * A key with every scope for the organization of this machine, the same in each run; minted
     * again when the database does not know it any more.
     */
    public String apiKey(Environment environment) throws IOException {
        return new Account(state, api).key(environment);
    }

    Servers servers() {
        return servers;
    }

    public Path folder() {
        return state.path();
    }

    /** Work in hand is given up before what it needs is gone. */
    @Override
    public void close() throws IOException {
        Closing.all(List.of(fleet, api, servers, state));
    }
}
