package io.clipforge.local;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person started from the terminal. */
@FunctionalInterface
public interface Command {
    int FAILED = 1;

    /** Answers the exit code. */
    int run() throws Exception;

    /**
     * Runs it and ends the JVM, whose servers leave threads behind; a failure becomes a sentence.
     */
    static void exit(Command command) {
        var ending = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> ending.set(true)));
        int code;
        try {
            code = command.run();
        } catch (StateFolderInUse e) {
            System.err.println(e.getMessage());
            code = FAILED;
        } catch (Exception e) { // whatever it was, the person gets a sentence and the log gets the
            // rest
            code = FAILED;
            if (!ending.get()) { // else it was told to stop, and what it needed went first
                log().error("The command failed", e);
                System.err.println(
                        Objects.requireNonNullElse(e.getMessage(), e.toString())
                                + "\nMore is in "
                                + home().resolve("logs"));
            }
        }
        System.exit(code);
    }

    /** The state folder the runner names. */
    static Path home() {
        return Path.of(System.getProperty("clipforge.home", ".clipforge"));
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Command.class);
    }
}
