package io.clipforge.local;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where a machine's ClipForge keeps its data, passwords and ports; held by one process at a time.
 */
public final class StateFolder implements AutoCloseable {
    private static final String SETTINGS = "settings.properties";

    private final Path path;
    private final FileChannel lock;
    private final Properties settings;

    private StateFolder(Path path, FileChannel lock, Properties settings) {
        this.path = path;
        this.lock = lock;
        this.settings = settings;
    }

    /**
     * Takes hold of a folder, making it when it is missing.
     *
     * @throws StateFolderInUse when another process holds it
     */
    public static StateFolder open(Path folder) throws IOException, StateFolderInUse {
        var path = folder.toAbsolutePath().normalize();
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        var lock = lock(path);
        var settings = new Properties();
        var file = path.resolve(SETTINGS);
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                settings.load(in);
            }
        }
        return new StateFolder(path, lock, settings);
    }

    private static FileChannel lock(Path folder) throws IOException, StateFolderInUse {
        var channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new StateFolderInUse(folder, e);
        }
        channel.close();
        throw new StateFolderInUse(folder, null);
    }

    public Path path() {
        return path;
    }

    /** A random password that stays the same for this folder. */
    synchronized String secret(String name) throws IOException {
        var key = "secret." + name;
        if (settings.getProperty(key) == null) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            settings.setProperty(
                    key, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            save();
        }
        return settings.getProperty(key);
    }

    /** What was remembered under a name. */
    synchronized Optional<String> recall(String name) {
        return Optional.ofNullable(settings.getProperty(name));
    }

    synchronized void remember(String name, String value) throws IOException {
        settings.setProperty(name, value);
        save();
    }

    /** The port this server had in the last run, so that its URLs stay good, or a free one. */
    synchronized int port(String name) throws IOException {
        var key = "port." + name;
        int port = Integer.parseInt(settings.getProperty(key, "0"));
        while (!free(port)) {
            // below the kernel's own range, where an outgoing connection could take it between two
            // runs
            port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
        }
        settings.setProperty(key, Integer.toString(port));
        save();
        return port;
    }

    private static boolean free(int port) {
        if (port == 0) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void save() throws IOException {
        var text = new StringWriter();
        settings.store(text, "ports, passwords and API keys of this machine's ClipForge");
        PrivateFile.write(path.resolve(SETTINGS), text.toString());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
