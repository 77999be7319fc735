package io.clipforge.models.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lines, on a terminal one more below them that changes in place, and a person's answers. */
public final class Terminal {
    private static final String TO_LINE_START = "\r";
    private static final String CLEAR_REST = "\033[K";

    private final PrintStream out;
    private final PrintStream errors;
    private final @Nullable Supplier<@Nullable String> answers;
    private boolean passing;

    /**
     * @param answers reads a line; absent where nobody can be asked and no line can change
     */
    Terminal(PrintStream out, PrintStream errors, @Nullable Supplier<@Nullable String> answers) {
        this.out = out;
        this.errors = errors;
        this.answers = answers;
    }

    @SuppressWarnings("SystemConsoleNull") // it is, without a terminal, from JDK 25 on again
    public static Terminal ofThisProcess() {
        Console console = System.console();
        return new Terminal(
                System.out,
                System.err,
                console != null && console.isTerminal() ? console::readLine : null);
    }

    /** Whether a person sits there. */
    boolean isThere() {
        return answers != null;
    }

    /** A line that stays. */
    void say(String line) {
        clear();
        out.println(line);
    }

    /** What went wrong. */
    void complain(String line) {
        clear();
        out.flush();
        errors.println(line);
    }

    /** The line that changes; nothing where lines cannot change. */
    void show(String text) {
        if (isThere()) {
            out.print(TO_LINE_START + text + CLEAR_REST);
            out.flush();
            passing = true;
        }
    }

    /** Whether the person says yes; no where nobody can be asked. */
    boolean agrees(String question) {
        if (answers == null) {
            return false;
        }
        clear();
        out.print(question + " [y/N] ");
        out.flush();
        var answer = answers.get();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private void clear() {
        if (passing) {
            out.print(TO_LINE_START + CLEAR_REST);
            passing = false;
        }
    }
}
