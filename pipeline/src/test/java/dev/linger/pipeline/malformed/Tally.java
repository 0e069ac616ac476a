package dev.linger.pipeline.malformed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many variants of each kind were tried, how they ended, and which of them failed. */
final class Tally {
    private static final int SECONDS = 5;
    private static final Path REPORT = Path.of("target", "malformed");
    private static final Path DOCUMENT = Path.of("..", "docs", "reliability.md");

    private final Map<String, Map<Outcome, Integer>> kinds = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final ExecutorService threads = newThreads();
    private long slowestMillis;

    /** Tries one variant, which gives its outcome or throws a {@link Fault}; several may be tried at once. */
    void run(String kind, String name, Callable<Outcome> trial) {
        long begin = System.nanoTime();
        Future<Outcome> task = threads.submit(trial);
        try {
            note(kind, task.get(SECONDS, TimeUnit.SECONDS), begin);
        } catch (ExecutionException failure) {
            fail(kind, name, shown(failure.getCause()), begin);
        } catch (TimeoutException hang) {
            task.cancel(true);
            fail(kind, name, "does not end within " + SECONDS + " s", begin);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupt);
        }
    }

    private synchronized void fail(String kind, String name, String what, long begin) {
        failures.add(kind + ": " + name + ": " + what);
        note(kind, Outcome.FAILED, begin);
    }

    private synchronized void note(String kind, Outcome outcome, long begin) {
        slowestMillis = Math.max(slowestMillis, (System.nanoTime() - begin) / 1_000_000);
        kinds.computeIfAbsent(kind, none -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
    }

    private static String shown(Throwable failure) {
        if (failure instanceof Fault) {
            return String.valueOf(failure.getMessage());
        }
        StackTraceElement[] trace = failure.getStackTrace();
        StringBuilder shown = new StringBuilder("ends in " + failure);
        for (int at = 0; at < Math.min(4, trace.length); at++) {
            shown.append(" at ").append(trace[at]);
        }
        return shown.substring(0, Math.min(shown.length(), 700));
    }

    private static ExecutorService newThreads() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "variant");
            thread.setDaemon(true);
            return thread;
        });
    }

    List<String> failures() {
        return failures;
    }

    int tried() {
        return kinds.values().stream()
                .flatMap(outcomes -> outcomes.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** A line a kind: tried, then each outcome. */
    String table() {
        StringBuilder table = new StringBuilder();
        kinds.forEach((kind, outcomes) -> {
            table.append("| ").append(kind).append(" | ");
            table.append(outcomes.values().stream().mapToInt(Integer::intValue).sum());
            for (Outcome outcome : Outcome.values()) {
                table.append(" | ").append(outcomes.getOrDefault(outcome, 0));
            }
            table.append(" |\n");
        });
        return table.toString();
    }

    /**
     * Writes table and failures of a part of the corpus to files of its name in target/malformed; with
     * {@code -Ddocs.write=true} its line in docs/reliability.md too.
     */
    void write(String part) throws IOException {
        threads.shutdownNow();
        Files.createDirectories(REPORT);
        Files.writeString(REPORT.resolve(part + ".md"), table());
        Files.writeString(
                REPORT.resolve(part + "-failures.txt"),
                "slowest " + slowestMillis + " ms\n" + String.join("\n", failures) + "\n");
        if (Boolean.getBoolean("docs.write")) {
            String document = Files.readString(DOCUMENT);
            Matcher line = Pattern.compile("(?m)^\\| " + Pattern.quote(part) + " \\|.*$")
                    .matcher(document);
            Files.writeString(DOCUMENT, line.replaceFirst(Matcher.quoteReplacement(line(part))));
        }
    }

    /** The sums of the table. */
    private String line(String part) {
        StringBuilder line = new StringBuilder("| " + part + " | " + tried());
        for (Outcome outcome : Outcome.values()) {
            line.append(" | ")
                    .append(kinds.values().stream()
                            .mapToInt(outcomes -> outcomes.getOrDefault(outcome, 0))
                            .sum());
        }
        return line.append(" |").toString();
    }

    /** A variant that ended in a way it must not. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fault(String message) {
            super(message);
        }
    }
}
