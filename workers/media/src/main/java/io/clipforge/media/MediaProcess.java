package io.clipforge.media;

import io.clipforge.media.MediaException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A running program and its group; closing it leaves nothing behind. */
final class MediaProcess implements AutoCloseable {
    private static final int SIGXCPU = 24;
    private static final int SIGXFSZ = 25;
    private static final int KILLED = 128;

    private final Process process;
    private final long deadline;
    private final LogTail tail = new LogTail();
    private final FutureTask<String> logReader;

    MediaProcess(Process process, Limits limits) {
        this.process = process;
        this.deadline = System.nanoTime() + limits.wall().toNanos();
        this.logReader = start(() -> tail.readAll(process.getErrorStream()));
    }

    /** Reads standard output on another thread, because a pipe's reader cannot be interrupted. */
    <T> FutureTask<T> read(OutputReader<T> reader) {
        return start(() -> {
            try (var output = process.getInputStream()) {
                return reader.read(output);
            } catch (MediaException | RuntimeException | Error e) {
                kill();
                throw e;
            }
        });
    }

    /** Waits for a good end. */
    void await() throws MediaException, InterruptedException {
        if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            close();
            throw timedOut();
        }
        int exit = process.exitValue();
        if (exit != 0) {
            throw failure(exit);
        }
    }

    /**
     * As {@link #await()}, and what the reader made of the output; its own complaint comes first.
     */
    <T> T await(FutureTask<T> reader) throws MediaException, IOException, InterruptedException {
        try {
            await();
        } catch (MediaException e) {
            result(reader);
            throw e;
        }
        return result(reader);
    }

    long nanosLeft() {
        return deadline - System.nanoTime();
    }

    MediaException timedOut() throws InterruptedException {
        return new MediaException(Reason.TIMED_OUT, "the time for this step ran out", log());
    }

    /** Last lines of standard error; all of them once the program has ended. */
    String log() throws InterruptedException {
        if (process.isAlive()) {
            return tail.toString();
        }
        try {
            return logReader.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Kills the whole group, unless the program ended by itself, and waits for its end. */
    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
        process.onExit().join();
    }

    private void kill() {
        try {
            // the shell's own kill: a separate program for it is not on every machine
            new ProcessBuilder("/bin/sh", "-c", "kill -s KILL -- -" + process.pid())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new IllegalStateException("cannot stop process group " + process.pid(), e);
        } finally {
            // in case it is no group yet; by its handle, since Process would close the pipes as
            // well
            process.toHandle().destroyForcibly();
        }
    }

    private MediaException failure(int exit) throws InterruptedException {
        var said = log();
        if (exit == KILLED + SIGXCPU || said.contains("received signal " + SIGXCPU)) {
            return new MediaException(Reason.LIMIT, "processor time ran out", said);
        }
        if (exit == KILLED + SIGXFSZ) {
            return new MediaException(Reason.LIMIT, "the result grew too large", said);
        }
        if (exit == KILLED + 9) {
            return new MediaException(Reason.LIMIT, "the program was killed", said);
        }
        return new MediaException(Reason.UNDECODABLE, "the program ended with " + exit, said);
    }

    private static <T> T result(FutureTask<T> task)
            throws MediaException, IOException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case MediaException media -> throw media;
                case IOException io -> throw io;
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** A platform thread: reading a pipe would hold a virtual thread's carrier. */
    private static <T> FutureTask<T> start(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("media-reader").start(task);
        return task;
    }

    /** Turns standard output into something. */
    interface OutputReader<T> {
        T read(InputStream output) throws MediaException, IOException, InterruptedException;
    }
}
