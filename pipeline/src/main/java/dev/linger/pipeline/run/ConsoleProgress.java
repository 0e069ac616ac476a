package dev.linger.pipeline.run;

import dev.linger.data.Progress;
import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Tells a person how far a long task is: a bar on a terminal, plain lines elsewhere. A task that takes less than two
 * seconds shows nothing.
 */
public final class ConsoleProgress implements Progress {
    static final Duration QUIET = Duration.ofSeconds(2);

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoClock;
    private final AtomicBoolean hinted = new AtomicBoolean();

    /** @param out gets bars and lines; standard error keeps them out of results */
    public ConsoleProgress(PrintStream out) {
        this(out, isTerminal(), System::nanoTime);
    }

    ConsoleProgress(PrintStream out, boolean terminal, LongSupplier nanoClock) {
        this.out = out;
        this.terminal = terminal;
        this.nanoClock = nanoClock;
    }

    @Override
    public Task start(String task, String unit, long total) {
        SlowTask slow = new SlowTask(unit, hinted);
        return terminal
                ? new ProgressOnBar(out, nanoClock, task, unit, total, slow)
                : new ProgressInLines(out, nanoClock, task, unit, total, slow);
    }

    /** From Java 22 on there is a console even where nobody looks at it, and it must be asked; before, its presence tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
