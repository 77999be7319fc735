package io.clipforge.local;

import java.util.concurrent.CountDownLatch;

/** Starts the platform and stays until it is told to stop. */
public final class Up {
    private Up() {}

    public static void main(String[] args) {
        Command.exit(Up::run);
    }

    private static int run() throws Exception {
        var platform = Platform.startUntilExit(Command.home());
        System.out.printf(
                """
                ClipForge runs. Ctrl-C stops it.
                  API   %1$s/v1
                  docs  %1$s/docs
                  data  %2$s
                """,
                platform.url(), platform.folder());
        new CountDownLatch(1).await();
        return 0;
    }
}
