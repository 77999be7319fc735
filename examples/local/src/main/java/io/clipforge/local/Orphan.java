package io.clipforge.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the JVM that had started it. */
record Orphan(ProcessHandle process) {
    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final long PATIENCE_SECONDS = 30;

    /**
     * The process a pid file names, if it still runs and one of its arguments is {@code mark}:
     * process ids are reused, so the id alone proves nothing.
     */
    static Optional<Orphan> find(Path pidFile, Path mark) throws IOException {
        return Files.exists(pidFile)
                ? process(Files.readAllLines(pidFile))
                        .filter(it -> names(it, mark))
                        .map(Orphan::new)
                : Optional.empty();
    }

    /** Processes of a program that have {@code mark} among their arguments. */
    static List<Orphan> running(String program, Path mark) {
        return ProcessHandle.allProcesses()
                .filter(it ->
                        it.info().command().filter(c -> c.endsWith("/" + program)).isPresent())
                .filter(it -> names(it, mark))
                .map(Orphan::new)
                .toList();
    }

    /** Asks with {@code signal}, then insists. */
    void end(String signal) throws IOException, InterruptedException {
        LOG.info("Ending process {}, left over from a run that was killed", process.pid());
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (!ended()) {
            process.destroyForcibly();
            if (!ended()) {
                throw new IOException("process " + process.pid() + " does not end");
            }
        }
    }

    private boolean ended() throws IOException, InterruptedException {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private static Optional<ProcessHandle> process(List<String> pidFile) {
        return pidFile.stream()
                .findFirst()
                .map(String::strip)
                .filter(it -> it.matches("\\d+"))
                .flatMap(it -> ProcessHandle.of(Long.parseLong(it)));
    }

    private static boolean names(ProcessHandle process, Path mark) {
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(mark.toString()::equals);
    }
}
