package dev.linger.pipeline.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says, once for all tasks of a program, when one is far slower than it usually is and what can be done. */
final class SlowTask {
    /** What is usual is known within a factor of two; low priority beside four busy programs a processor has cost 3.4. */
    private static final double FAR = 6;

    private static final long TO_JUDGE_BY = Duration.ofSeconds(5).toNanos();

    private final String unit;
    private final AtomicBoolean hinted;
    private volatile double usual;

    /** @param hinted whether a task has said it */
    SlowTask(String unit, AtomicBoolean hinted) {
        this.unit = unit;
        this.hinted = hinted;
    }

    void usually(double perSecond) {
        usual = perSecond;
    }

    /** The lines to show, none where the task is not that slow or another was before. */
    List<String> hint(long done, long nanos) {
        double rate = done / (nanos / 1e9);
        if (nanos < TO_JUDGE_BY || rate * FAR >= usual || !hinted.compareAndSet(false, true)) {
            return List.of();
        }
        String spinning =
                "PASSIVE".equalsIgnoreCase(System.getenv("OMP_WAIT_POLICY")) || System.getenv("GOMP_SPINCOUNT") != null
                        ? ""
                        : ". OMP_WAIT_POLICY=PASSIVE in the environment keeps threads that wait from taking more";
        return Screen.folded(String.format(
                Locale.ROOT,
                "hint: %.1f %s/s, where about %,.0f are usual: other programs use the processors%s",
                rate,
                unit,
                usual,
                spinning));
    }
}
