package dev.linger.pipeline.run;

import dev.linger.data.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A task shown as lines of text, at most one every five seconds and one at its end. */
final class ProgressInLines implements Progress.Task {
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final LongSupplier nanoClock;
    private final String task;
    private final String unit;
    private final long total;
    private final long start;
    private final AtomicLong nextLine;
    private final AtomicLong done = new AtomicLong();
    private final SlowTask slow;
    private volatile long least;

    ProgressInLines(PrintStream out, LongSupplier nanoClock, String task, String unit, long total, SlowTask slow) {
        this.out = out;
        this.nanoClock = nanoClock;
        this.task = task;
        this.unit = unit;
        this.total = total;
        this.least = total;
        this.slow = slow;
        this.start = nanoClock.getAsLong();
        this.nextLine = new AtomicLong(PAUSE);
    }

    @Override
    public void mayEndAt(long earliest) {
        least = earliest;
    }

    @Override
    public void usually(double perSecond) {
        slow.usually(perSecond);
    }

    @Override
    public void advance(long amount) {
        long reached = done.addAndGet(amount);
        long elapsed = nanoClock.getAsLong() - start;
        long due = nextLine.get();
        if (elapsed >= due && nextLine.compareAndSet(due, elapsed + PAUSE)) {
            out.println(line(reached, elapsed));
            slow.hint(reached, elapsed).forEach(out::println);
        }
    }

    private String line(long reached, long elapsed) {
        double rate = reached / (elapsed / 1e9);
        String of = total < 0 ? "" : " of " + span(least, total);
        String left = total < 0 || rate == 0
                ? ""
                : ", "
                        + span(
                                Math.round(Math.max(0, least - reached) / rate),
                                Math.round(Math.max(0, total - reached) / rate))
                        + " s left";
        String speed = String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%,.0f", rate);
        return String.format(Locale.ROOT, "%s: %,d%s %s, %s %s/s%s", task, reached, of, unit, speed, unit, left);
    }

    /** One number, or two where an early end is possible. */
    private static String span(long from, long to) {
        return from == to ? String.format(Locale.ROOT, "%,d", to) : String.format(Locale.ROOT, "%,d to %,d", from, to);
    }

    @Override
    public void close() {
        long elapsed = nanoClock.getAsLong() - start;
        if (elapsed >= ConsoleProgress.QUIET.toNanos()) {
            out.println(String.format(Locale.ROOT, "%s: %,d %s in %.1f s", task, done.get(), unit, elapsed / 1e9));
        }
    }
}
