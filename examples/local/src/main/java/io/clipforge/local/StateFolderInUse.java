package io.clipforge.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Another process holds the state folder; the message is meant for the person at the terminal. */
public final class StateFolderInUse extends Exception {
    private static final long serialVersionUID = 1;

    StateFolderInUse(Path folder, @Nullable Throwable cause) {
        super(
                "Another ClipForge is running on "
                        + folder
                        + ". Stop it first, or name another folder in CLIPFORGE_HOME.",
                cause);
    }
}
