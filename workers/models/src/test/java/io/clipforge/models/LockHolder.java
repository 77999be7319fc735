package io.clipforge.models;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process that holds a file's lock until it is ended. */
final class LockHolder {
    private LockHolder() {}

    /** Returns when it holds it. */
    static Process start(Path file) throws IOException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockHolder.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process.getInputStream().read();
        return process;
    }

    public static void main(String[] arguments) throws IOException {
        try (var channel =
                        FileChannel.open(
                                Path.of(arguments[0]),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            System.out.print("!");
            System.out.flush();
            System.in.read();
        }
    }
}
