package io.clipforge.local.bench.http;

import io.clipforge.local.Servers;
import io.clipforge.local.bench.processes.PeerFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The same service written with another framework, as processes of its own. */
final class Peer implements AutoCloseable {
    static final String FASTAPI = "FastAPI";
    static final String NESTJS = "NestJS";

    private static final String PIP = "venv/bin/pip";
    private static final byte[] HEALTH =
            "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();

    private final String name;
    private final int port;
    private final Process process;

    private Peer(String name, int port, Process process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    /** As many workers as cores, on uvloop and httptools, without access log. */
    static Peer fastApi(PeerFolder folder, Servers servers, String schema)
            throws IOException, InterruptedException {
        if (Files.notExists(folder.path().resolve(PIP))) {
            folder.run("python3", "-m", "venv", "venv");
        }
        folder.fetch("requirements.txt", PIP, "install", "--quiet", "-r", "requirements.txt");
        int port = Plane.freePort();
        return start(
                FASTAPI,
                port,
                folder.path(),
                environment(servers, schema, port),
                List.of(
                        folder.path().resolve("venv/bin/uvicorn").toString(),
                        "reference.main:app",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--workers",
                        Integer.toString(WORKERS),
                        "--loop",
                        "uvloop",
                        "--http",
                        "httptools",
                        "--timeout-keep-alive",
                        "75",
                        "--log-level",
                        "warning",
                        "--no-access-log"));
    }

    /** On Fastify, as many workers as cores. */
    static Peer nestJs(PeerFolder folder, Servers servers, String schema)
            throws IOException, InterruptedException {
        folder.fetch(
                "package-lock.json", "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        folder.run("npm", "run", "build");
        int port = Plane.freePort();
        return start(
                NESTJS,
                port,
                folder.path(),
                environment(servers, schema, port),
                List.of("node", "dist/main.js"));
    }

    Service service() {
        return new Service(name, port, process.pid());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Not on the command line, where everyone on the machine could read the password. */
    private static Map<String, String> environment(Servers servers, String schema, int port) {
        var database = servers.database();
        var url = URI.create(text(database, "clipforge.database.url").substring("jdbc:".length()));
        return Map.ofEntries(
                Map.entry("PGHOST", url.getHost()),
                Map.entry("PGPORT", Integer.toString(url.getPort())),
                Map.entry("PGDATABASE", url.getPath().substring(1)),
                Map.entry("PGUSER", "clipforge_app"),
                Map.entry("PGPASSWORD", text(database, "clipforge.database.app-password")),
                Map.entry("PGSCHEMA", schema),
                Map.entry("POOL_SIZE", Integer.toString(Math.ceilDiv(Plane.POOL, WORKERS))),
                Map.entry("SECRET", UUID.randomUUID().toString()),
                Map.entry("PORT", Integer.toString(port)),
                Map.entry("WORKERS", Integer.toString(WORKERS)),
                Map.entry("NODE_ENV", "production"));
    }

    private static String text(Map<String, Object> settings, String name) {
        return Objects.requireNonNull(settings.get(name), name).toString();
    }

    private static Peer start(
            String name,
            int port,
            Path folder,
            Map<String, String> environment,
            List<String> command)
            throws IOException, InterruptedException {
        var log = folder.resolve("peer.log");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        var peer = new Peer(name, port, builder.start());
        try {
            peer.awaitAnswer(log);
            return peer;
        } catch (IOException | InterruptedException e) {
            peer.close();
            throw e;
        }
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException(name + " did not start; its log is in " + log);
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private boolean answers() {
        try (var wire = Wire.to(port)) {
            return wire.exchange(HEALTH) == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }
}
