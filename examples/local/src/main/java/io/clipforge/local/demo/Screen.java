package io.clipforge.local.demo;

import java.io.PrintStream;
import java.util.Locale;

/** What the person sees: lines and, on a terminal, one more below them that changes in place. */
final class Screen {
    private static final String TO_LINE_START = "\r";
    private static final String CLEAR_REST = "\033[K";

    private final PrintStream out;
    private final boolean terminal;
    private boolean passing;

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @SuppressWarnings("SystemConsoleNull") // it is, without a terminal, from JDK 25 on again
    static Screen ofThisProcess() {
        var console = System.console();
        return new Screen(System.out, console != null && console.isTerminal());
    }

    boolean isTerminal() {
        return terminal;
    }

    /** A line that stays. */
    @SuppressWarnings("AnnotateFormatMethod") // would need one more library
    synchronized void say(String format, Object... values) {
        if (passing) {
            out.print(TO_LINE_START + CLEAR_REST);
            passing = false;
        }
        out.println(String.format(Locale.ROOT, format, values));
    }

    /** The line that changes; nothing where lines cannot change. */
    synchronized void show(String text) {
        if (terminal) {
            out.print(TO_LINE_START + text + CLEAR_REST);
            out.flush();
            passing = true;
        }
    }
}
