package io.clipforge.local.bench.asr;

import io.clipforge.local.bench.processes.Memory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process with a model loaded, which waits for lines and goes through the sound at each. */
final class Engine implements AutoCloseable {
    static final String READY = "ready";

    private final String name;
    private final Process process;
    private final BufferedReader output;

    private Engine(String name, Process process) {
        this.name = name;
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Returns when the model is loaded.
     *
     * @param folder for its log
     */
    static Engine start(String name, Path folder, List<String> command) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve(name + ".log").toFile())
                        .start();
        var engine = new Engine(name, process);
        try {
            if (!READY.equals(engine.line())) {
                throw new IOException(name + " says something else than that it is ready");
            }
            return engine;
        } catch (IOException e) {
            engine.close();
            throw new IOException(
                    name + " did not start; its log is in " + folder.resolve(name + ".log"), e);
        }
    }

    String name() {
        return name;
    }

    Pass pass() throws IOException {
        var input = process.outputWriter(StandardCharsets.UTF_8);
        input.write("\n");
        input.flush();
        return Pass.parse(line());
    }

    /** Bytes that were in memory at most, those of its libraries included. */
    long peak() throws IOException {
        return Memory.peak(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
    }

    private String line() throws IOException {
        var line = output.readLine();
        if (line == null) {
            throw new IOException(name + " has ended");
        }
        return line;
    }
}
