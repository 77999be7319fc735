package io.clipforge.models;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/** A model's folder while one process, and one thread of it, puts files there. */
final class BusyFolder implements Closeable {
    private static final String NAME = ".pull.lock";

    /** A file lock is held by a whole JVM. */
    private static final ConcurrentMap<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final ReentrantLock here;
    private final FileChannel channel;

    private BusyFolder(ReentrantLock here, FileChannel channel) {
        this.here = here;
        this.channel = channel;
    }

    /**
     * Waits until nobody else is at it.
     *
     * @param waits called first, when somebody is
     */
    static BusyFolder hold(Path folder, Runnable waits) throws IOException, InterruptedException {
        var here =
                HERE.computeIfAbsent(folder.toAbsolutePath().normalize(), _ -> new ReentrantLock());
        boolean told = false;
        if (!here.tryLock()) {
            waits.run();
            told = true;
            here.lockInterruptibly();
        }
        try {
            return new BusyFolder(here, lock(folder, told ? () -> {} : waits));
        } catch (IOException | InterruptedException | RuntimeException e) {
            here.unlock();
            throw e;
        }
    }

    private static FileChannel lock(Path folder, Runnable waits)
            throws IOException, InterruptedException {
        var channel =
                FileChannel.open(
                        folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                waits.run();
                channel.lock();
            }
            return channel;
        } catch (FileLockInterruptionException e) {
            channel.close();
            throw new InterruptedException();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            here.unlock();
        }
    }
}
