package io.clipforge.local.demo;

import io.clipforge.sdk.ProgressListener;
import java.util.Locale;

/** An upload's progress: a bar on a terminal, else a line for each quarter. */
final class UploadBar implements ProgressListener {
    private static final int WIDTH = 30;
    private static final int QUARTER = 25;
    private static final double MEGA = 1e6;

    private final Screen screen;
    private long quartersSaid;

    UploadBar(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void onProgress(long doneBytes, long totalBytes) {
        long percent = totalBytes == 0 ? 100 : 100 * doneBytes / totalBytes;
        if (screen.isTerminal()) {
            screen.show(bar(percent, doneBytes, totalBytes));
        } else if (percent / QUARTER > quartersSaid) {
            quartersSaid = percent / QUARTER;
            screen.say("  upload     %3d %%", percent);
        }
    }

    private static String bar(long percent, long doneBytes, long totalBytes) {
        int full = (int) (WIDTH * percent / 100);
        return String.format(
                Locale.ROOT,
                "  upload     [%s%s] %3d %%  %.1f of %.1f MB",
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                percent,
                doneBytes / MEGA,
                totalBytes / MEGA);
    }
}
