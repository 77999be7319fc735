package io.clipforge.local.bench.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time that processes have used, as Linux counts it. */
public final class ProcessorTime {
    /** USER_HZ; the kernel's interface has been fixed to it since ever. */
    private static final double TICKS_PER_SECOND = 100;

    /**
     * Fields of {@code /proc/PID/stat} behind the name: user, system, and those of ended children.
     */
    private static final int FIRST_TIME = 11;

    private static final int OWN = 2;
    private static final int WITH_ENDED_CHILDREN = 4;

    private ProcessorTime() {}

    /** Seconds used by a process, its children, and those of its children that have ended. */
    public static double ofFamily(long pid) throws IOException {
        var children =
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid)
                        .toList();
        double seconds = seconds(pid, WITH_ENDED_CHILDREN);
        for (long child : children) {
            seconds += seconds(child, OWN);
        }
        return seconds;
    }

    /** Seconds used by a process whose number stands in the first line of a file. */
    public static double ofFamily(Path pidFile) throws IOException {
        return ofFamily(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()));
    }

    /** Seconds used by this JVM. */
    public static double own() throws IOException {
        return seconds(ProcessHandle.current().pid(), OWN);
    }

    private static double seconds(long pid, int fields) throws IOException {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Stream.of(behindName)
                            .skip(FIRST_TIME)
                            .limit(fields)
                            .mapToLong(Long::parseLong)
                            .sum()
                    / TICKS_PER_SECOND;
        } catch (NoSuchFileException e) {
            return 0; // it has ended since; its parent counts it now
        }
    }
}
