package io.clipforge.fleet;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders that attempts work in. Each process has one of its own beside a lock file; a lock
 * that can be taken belonged to a process which died, and its folder is removed. Process ids would
 * not do: containers that share a volume have the same ones.
 */
@Singleton
final class Workspaces implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Workspaces.class);
    private static final String PREFIX = "clipforge-fleet-";
    private static final String LOCK = ".lock";

    private final Path lockFile;
    private final FileChannel lock;
    private final Path folder;

    Workspaces(FleetSettings settings) throws IOException {
        var root = Files.createDirectories(settings.folder());
        removeStale(root);
        folder = Files.createTempDirectory(root, PREFIX);
        lockFile = root.resolve(folder.getFileName() + LOCK);
        lock = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IOException("somebody else has locked " + lockFile);
        }
    }

    Path create(UUID run) throws IOException {
        return Files.createDirectory(folder.resolve(run.toString()));
    }

    void remove(Path workspace) throws IOException {
        removeTree(workspace);
    }

    @Override
    @PreDestroy
    public void close() throws IOException {
        removeTree(folder);
        Files.deleteIfExists(lockFile);
        lock.close();
    }

    private static void removeStale(Path root) throws IOException {
        try (var locks = Files.newDirectoryStream(root, PREFIX + "*" + LOCK)) {
            for (var it : locks) {
                removeIfStale(it);
            }
        }
    }

    private static void removeIfStale(Path lockFile) {
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                return;
            }
            var name = lockFile.getFileName().toString();
            log.info("Removing {}, its process is gone", name);
            removeTree(lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length())));
            Files.deleteIfExists(lockFile);
        } catch (OverlappingFileLockException _) {
            // it belongs to this very process
        } catch (IOException e) {
            log.warn("Cannot remove what {} stands for", lockFile, e);
        }
    }

    /** Does not follow links: what they lead to is not ours. */
    static void removeTree(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new Removing());
        } catch (NoSuchFileException _) {
            // gone already
        }
    }

    private static final class Removing extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
