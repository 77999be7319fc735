package io.clipforge.models.terminal;

import io.clipforge.models.Amount;
import io.clipforge.models.Model;
import io.clipforge.models.PullListener;
import java.util.Locale;

/** A model's progress: a bar on a terminal, else a line for each quarter. */
final class Bar implements PullListener {
    private static final int WIDTH = 30;
    private static final int QUARTER = 25;
    private static final int ALL = 100;

    private final Terminal terminal;
    private long quartersSaid;

    Bar(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void waits(Model model) {
        terminal.say("Another process fetches " + model.name() + "; waiting for it ...");
    }

    @Override
    public void again(String why) {
        terminal.say(why + " Trying again ...");
    }

    @Override
    public void progress(Model model, long done, long total) {
        if (total < done) {
            terminal.show("  " + Amount.of(done));
            return;
        }
        long percent = total == 0 ? ALL : ALL * done / total;
        if (terminal.isThere()) {
            terminal.show(bar(percent, done, total));
        } else if (percent / QUARTER > quartersSaid) {
            quartersSaid = percent / QUARTER;
            terminal.say(String.format(Locale.ROOT, "  %3d %% of %s", percent, Amount.of(total)));
        }
    }

    private static String bar(long percent, long done, long total) {
        int full = (int) (WIDTH * percent / ALL);
        return String.format(
                Locale.ROOT,
                "  [%s%s] %3d %%  %s of %s",
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                percent,
                Amount.of(done),
                Amount.of(total));
    }
}
