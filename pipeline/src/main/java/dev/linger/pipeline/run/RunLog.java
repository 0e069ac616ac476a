package dev.linger.pipeline.run;

import dev.linger.data.InputException;
import dev.linger.data.Printable;
import dev.linger.pipeline.cache.StepCache;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs the stages and writes one line each to {@code run.log} and to the console, as soon as it is done. Stages run one
 * after another, on one thread.
 */
public final class RunLog implements AutoCloseable {
    /** So many notices stand on one screen. */
    private static final int MOST_SHOWN = 4;

    private static final String WHAT_TO_DO = "; give an --out that can be written and has room";

    private final Path file;
    private final PrintWriter writer;
    private final Consumer<String> console;
    private final boolean oneScreen;
    private final List<StageRecord> stages = new ArrayList<>();
    private final Set<String> notices = new LinkedHashSet<>();

    /**
     * @param folder gets the file run.log
     * @param console gets each line, without its end
     */
    public RunLog(RunFolder folder, Consumer<String> console) {
        this(folder, console, false);
    }

    /**
     * The log of a run in the file run.log of its folder.
     *
     * @param oneScreen whether the console gets, in place of each line of the file, what is {@link #show}n
     */
    public RunLog(RunFolder folder, Consumer<String> console, boolean oneScreen) {
        this(folder.path().resolve("run.log"), console, oneScreen);
    }

    /** The same in another file. */
    public RunLog(Path file, Consumer<String> console, boolean oneScreen) {
        this.file = file;
        this.console = console;
        this.oneScreen = oneScreen;
        try {
            this.writer = new PrintWriter(Files.newBufferedWriter(file), true);
        } catch (IOException failure) {
            throw new InputException(file + " cannot be written (" + failure + ")" + WHAT_TO_DO, failure);
        }
    }

    /**
     * Writes a line.
     *
     * @throws InputException if it cannot be written
     */
    public void say(String line) {
        String printable = Printable.text(line);
        writer.println(printable);
        if (writer.checkError()) {
            throw new InputException(file + " cannot be written" + WHAT_TO_DO);
        }
        if (!oneScreen) {
            for (String part : printable.split("\n", -1)) {
                Screen.folded(part).forEach(console);
            }
        }
    }

    /** Shows a text to those who want to read the run in one screen; lines that are too long are folded. */
    public void show(String text) {
        if (oneScreen) {
            Screen.folded(Printable.line(text)).forEach(console);
        }
    }

    /**
     * Runs a stage and keeps its record; returns what the stage returns.
     *
     * @throws InputException as the stage threw it
     * @throws StageFailure for any other failure of the stage, after its stack trace is in the log
     */
    public <T> T stage(String name, Function<Counts, T> stage) {
        Counts counts = new Counts();
        MemoryPeaks.resetHeap();
        long start = System.nanoTime();
        try {
            T result = stage.apply(counts);
            finish(name, start, counts);
            return result;
        } catch (InputException mistake) {
            writer.println(Printable.text(failed(name, start) + ": " + mistake.getMessage()));
            throw mistake;
        } catch (RuntimeException | Error failure) {
            writer.println(failed(name, start));
            writer.print(Printable.trace(failure));
            writer.flush();
            throw new StageFailure(name, file, failure);
        }
    }

    /** The same, whose line says what earlier runs saved it. */
    public <T> T stage(String name, StepCache cache, Function<Counts, T> stage) {
        return stage(name, counts -> {
            T value = stage.apply(counts);
            counts.saved(cache.takeSaved());
            return value;
        });
    }

    private void finish(String name, long start, Counts counts) {
        StageRecord done = new StageRecord(
                name,
                secondsSince(start),
                counts.savedSeconds,
                MemoryPeaks.heapMiB(),
                MemoryPeaks.residentMiB(),
                counts.byName);
        stages.add(done);
        say(done.line());
        show(done.shortLine());
        for (String notice : counts.notices) {
            if (notices.add(notice)) {
                say("notice     " + notice);
                showNotice(notice);
            }
        }
    }

    private void showNotice(String notice) {
        if (notices.size() < MOST_SHOWN) {
            show("! " + notice);
        } else if (notices.size() == MOST_SHOWN) {
            show("! more notices are in " + file);
        }
    }

    private static String failed(String name, long start) {
        return String.format(Locale.ROOT, "%s failed after %.1f s", name, secondsSince(start));
    }

    private static double secondsSince(long start) {
        return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
    }

    /** What the stages done so far noticed, each once. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** The stages done so far. */
    public List<StageRecord> stages() {
        return List.copyOf(stages);
    }

    @Override
    public void close() {
        writer.close();
    }

    /** Where a stage tells what it counted and noticed. */
    public static final class Counts {
        private final Map<String, Long> byName = new LinkedHashMap<>();
        private final List<String> notices = new ArrayList<>();
        private double savedSeconds;

        private Counts() {}

        /** Counts that nobody is told. */
        public static Counts untold() {
            return new Counts();
        }

        /** Some of it was made by earlier runs, which saved so many seconds. */
        public Counts saved(double seconds) {
            savedSeconds += Math.round(seconds * 1e3) / 1e3;
            return this;
        }

        /** Counts so many of a thing, plural ("users"). */
        public Counts add(String what, long count) {
            byName.merge(what, count, Long::sum);
            return this;
        }

        /** Notices something without which the results would be misread; said once the stage is done, and once in a run. */
        public Counts notice(String what) {
            notices.add(what);
            return this;
        }
    }
}
