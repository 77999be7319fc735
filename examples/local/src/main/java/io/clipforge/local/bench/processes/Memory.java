package io.clipforge.local.bench.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** Memory that processes occupy, as Linux counts it. */
public final class Memory {
    private static final String SHARE = "Pss:";
    private static final String PEAK = "VmHWM:";

    private Memory() {}

    /**
     * Bytes of a process and its children. Pages that several processes share are divided among
     * them, so that those a parent shares with its workers count once.
     */
    public static long ofFamily(long pid) throws IOException {
        var family =
                LongStream.concat(
                                LongStream.of(pid),
                                ProcessHandle.of(pid).stream()
                                        .flatMap(ProcessHandle::descendants)
                                        .mapToLong(ProcessHandle::pid))
                        .toArray();
        long bytes = 0;
        for (long it : family) {
            bytes += of(it);
        }
        return bytes;
    }

    /** Bytes that a process had in memory at most, its children left out. */
    public static long peak(long pid) throws IOException {
        return bytes(PEAK, Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
    }

    private static long of(long pid) throws IOException {
        try {
            return share(Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")));
        } catch (NoSuchFileException e) {
            return 0; // it has ended since
        }
    }

    /** Of the lines of {@code smaps_rollup}. */
    static long share(List<String> lines) {
        return bytes(SHARE, lines);
    }

    private static long bytes(String name, List<String> lines) {
        return lines.stream()
                .filter(it -> it.startsWith(name))
                .map(it -> it.substring(name.length()).strip().split(" ", -1)[0])
                .mapToLong(it -> Long.parseLong(it) * 1024)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no line " + name));
    }
}
