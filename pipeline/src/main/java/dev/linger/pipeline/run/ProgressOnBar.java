package dev.linger.pipeline.run;

import dev.linger.data.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A task shown as a bar with rate and time left. */
final class ProgressOnBar implements Progress.Task {
    /** Fixed, as the library would load a native terminal library to find it out. */
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final LongSupplier nanoClock;
    private final String task;
    private final String unit;
    private final long start;
    private final AtomicLong done = new AtomicLong();
    private final SlowTask slow;
    private volatile long least;
    private volatile @Nullable ProgressBar bar;

    ProgressOnBar(PrintStream out, LongSupplier nanoClock, String task, String unit, long total, SlowTask slow) {
        this.out = out;
        this.nanoClock = nanoClock;
        this.task = task;
        this.unit = unit;
        this.least = total;
        this.slow = slow;
        this.start = nanoClock.getAsLong();
    }

    /** The bar ends there until it is told otherwise: what it says is left is the least that is. */
    @Override
    public void mayEndAt(long earliest) {
        least = earliest;
        ProgressBar shown = bar;
        if (shown != null) {
            shown.maxHint(earliest);
        }
    }

    @Override
    public void usually(double perSecond) {
        slow.usually(perSecond);
    }

    @Override
    public void advance(long amount) {
        long reached = done.addAndGet(amount);
        ProgressBar shown = bar;
        if (shown != null) {
            shown.stepTo(done.get());
        } else if (nanoClock.getAsLong() - start >= ConsoleProgress.QUIET.toNanos()) {
            show(reached);
        }
    }

    private synchronized void show(long reached) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(least)
                    .setUnit(" " + unit, 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                    .showSpeed()
                    .startsFrom(reached, Duration.ofNanos(nanoClock.getAsLong() - start))
                    .build();
        }
    }

    @Override
    public synchronized void close() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.stepTo(done.get());
            shown.close();
            slow.hint(done.get(), nanoClock.getAsLong() - start).forEach(out::println);
        }
    }
}
