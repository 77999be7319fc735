package io.clipforge.local.bench;

import io.clipforge.local.Command;
import io.clipforge.local.Servers;
import io.clipforge.local.StateFolder;
import io.clipforge.local.StateFolderInUse;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/**
 * Real servers on a new folder for one benchmark, and whatever else it starts. All of it ends with
 * the benchmark, also when a person stops it.
 */
public final class Stage implements AutoCloseable {
    private final Path folder;
    private final Deque<AutoCloseable> things = new ArrayDeque<>();
    private final Thread atExit = Thread.ofPlatform().unstarted(this::closeAtExit);
    private boolean kept;
    private boolean closed;

    private Stage(Path folder) {
        this.folder = folder;
    }

    public static Stage open(String name) throws IOException {
        var root = Files.createDirectories(Command.home().toAbsolutePath().resolve("bench"));
        var stage = new Stage(Files.createTempDirectory(root, name + "-"));
        Runtime.getRuntime().addShutdownHook(stage.atExit);
        return stage;
    }

    public Path folder() {
        return folder;
    }

    public Servers servers() throws IOException, StateFolderInUse {
        var state = endsWithThis(StateFolder.open(folder.resolve("state")));
        return endsWithThis(Servers.start(state));
    }

    /** The last one added is the first one closed. */
    public synchronized <T extends AutoCloseable> T endsWithThis(T thing) throws IOException {
        things.push(thing);
        if (closed) {
            closeThings();
            throw new IOException("the benchmark has been stopped");
        }
        return thing;
    }

    /** What lies in the folder stays, for people to look at. */
    public synchronized void keep() {
        kept = true;
    }

    /** What lies in the folder goes at the end, as it does unless it is to be kept. */
    public synchronized void discard() {
        kept = false;
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the JVM ends, and the hook is at it
        }
        end();
    }

    private void closeAtExit() {
        try {
            end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void end() throws IOException {
        closed = true;
        closeThings();
        if (!kept) {
            delete(folder);
        }
    }

    private void closeThings() throws IOException {
        var failure = new IOException("not everything that the benchmark started has ended");
        while (!things.isEmpty()) {
            try {
                things.pop().close();
            } catch (Exception e) { // what AutoCloseable declares
                failure.addSuppressed(e);
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
