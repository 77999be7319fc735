package io.clipforge.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import redis.embedded.RedisExecProvider;

/** Redis 7 with an append-only file; loopback only, password checked. */
final class Redis implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOST = "127.0.0.1";

    private final Process process;
    private final Path pidFile;
    private final int port;
    private final String password;

    private Redis(Process process, Path pidFile, int port, String password) {
        this.process = process;
        this.pidFile = pidFile;
        this.port = port;
        this.password = password;
    }

    static Redis start(StateFolder state) throws IOException, InterruptedException {
        var folder = Files.createDirectories(state.path().resolve("redis"));
        var configuration = folder.resolve("redis.conf");
        var pidFile = folder.resolve("redis.pid");
        var orphan = Orphan.find(pidFile, configuration);
        if (orphan.isPresent()) {
            orphan.get().end("TERM");
        }
        int port = state.port("redis");
        var password = state.secret("redis");
        configure(folder, configuration, port, password);
        var process =
                new ProcessBuilder(
                                // a Ctrl-C in the terminal is for us alone
                                "setsid", executable(folder).toString(), configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("start.log").toFile())
                        .start();
        var redis = new Redis(process, pidFile, port, password);
        try {
            redis.awaitReady();
        } catch (IOException e) {
            redis.close();
            throw e;
        }
        return redis;
    }

    String url() {
        return "redis://:" + password + "@" + HOST + ":" + port;
    }

    Path pidFile() {
        return pidFile;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static void configure(Path folder, Path file, int port, String password)
            throws IOException {
        var text =
                """
                bind %s
                port %d
                requirepass %s
                dir "%s"
                appendonly yes
                save ""
                maxmemory-policy noeviction
                logfile "%s"
                pidfile "%s"
                # the command line is how a later start recognises its own
                set-proc-title no
                """
                        .formatted(
                                HOST,
                                port,
                                password,
                                folder,
                                folder.resolve("redis.log"),
                                folder.resolve("redis.pid"));
        PrivateFile.write(file, text);
    }

    /** The library would unpack it into the temporary folder once more at each start. */
    private static Path executable(Path folder) throws IOException {
        var executable = folder.resolve("redis-server-" + RedisExecProvider.redisVersion);
        if (!Files.isExecutable(executable)) {
            var unpacked = RedisExecProvider.defaultProvider().get().toPath();
            var next = folder.resolve("redis-server.next");
            Files.copy(unpacked, next, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rwx------"));
            Files.move(next, executable, StandardCopyOption.ATOMIC_MOVE);
        }
        return executable;
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("Redis did not start on port " + port);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** While it still loads its file, Redis answers PING with an error. */
    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var ping = "AUTH " + password + "\r\nPING\r\n";
            socket.getOutputStream().write(ping.getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readNBytes("+OK\r\n+PONG\r\n".length());
            return new String(answer, StandardCharsets.US_ASCII).equals("+OK\r\n+PONG\r\n");
        } catch (IOException e) {
            return false;
        }
    }
}
