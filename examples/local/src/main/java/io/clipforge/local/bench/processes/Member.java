package io.clipforge.local.bench.processes;

import io.clipforge.local.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process of the product that is killed, frozen and started again; each start has a name of its
 * own.
 */
public final class Member implements AutoCloseable {
    private final Role role;
    private final String name;
    private final Map<String, Object> properties;
    private final Path folder;
    private final List<String> options;
    private @Nullable Process process;
    private int starts;
    private boolean closed;

    /**
     * @param folder where its log is kept
     * @param options of its JVM
     */
    public Member(
            Role role,
            String name,
            Map<String, Object> properties,
            Path folder,
            List<String> options) {
        this.role = role;
        this.name = name;
        this.properties = Map.copyOf(properties);
        this.folder = folder;
        this.options = List.copyOf(options);
    }

    /** The name of the process that runs now: {@code fleet-1.3} after its third start. */
    public synchronized String incarnation() {
        return name + "." + starts;
    }

    /** Returns when it answers. */
    public void start() throws IOException {
        Process started;
        synchronized (this) {
            if (closed) {
                return;
            }
            starts++;
            started = launch();
            process = started;
        }
        var output =
                new BufferedReader(
                        new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine();
                !RoleProcess.READY.equals(line);
                line = output.readLine()) {
            if (line == null) {
                throw new IOException(incarnation() + " did not start; its log is in " + log());
            }
        }
    }

    /** The process that runs now. */
    public long pid() {
        return process().pid();
    }

    public void kill() throws InterruptedException {
        var killed = process();
        killed.destroyForcibly();
        killed.waitFor();
    }

    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            process.destroyForcibly(); // a frozen one hears nothing else
        }
    }

    private synchronized Process process() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var kill =
                new ProcessBuilder("kill", "-" + signal, Long.toString(process().pid()))
                        .inheritIO()
                        .start();
        if (kill.waitFor() != 0) {
            throw new IOException(name + " could not be sent " + signal);
        }
    }

    private Process launch() throws IOException {
        Files.createDirectories(folder);
        var launched =
                new ProcessBuilder(command())
                        .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                        .start();
        var input = launched.outputWriter(StandardCharsets.UTF_8);
        for (var it : properties.entrySet()) {
            input.write(it.getKey() + "=" + it.getValue() + "\n");
        }
        input.write("clipforge.fleet.worker=" + incarnation() + "\n\n");
        input.flush(); // and stays open: its end is ours
        return launched;
    }

    private Path log() {
        return folder.resolve(name + ".log");
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true",
                        "-Dclipforge.home=" + folder.resolve(name),
                        RoleProcess.class.getName(),
                        role.name()));
        return command;
    }
}
