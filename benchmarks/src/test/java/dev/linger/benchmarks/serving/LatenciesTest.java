package dev.linger.benchmarks.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class LatenciesTest {
    @Test
    void a_quantile_is_the_smallest_latency_that_is_not_below_the_share() {
        Latencies latencies = new Latencies();
        List<Integer> millis = new ArrayList<>();
        for (int each = 1; each <= 10_000; each++) {
            millis.add(each);
        }
        Collections.shuffle(millis, new Random(1));
        millis.forEach(each -> latencies.answered(1_000_000L * each));
        assertEquals(5_000, latencies.millis(.5));
        assertEquals(9_900, latencies.millis(.99));
        assertEquals(9_990, latencies.millis(.999));
        assertEquals(10_000, latencies.millis(1));
        latencies.answered(0);
        assertEquals(5_000, latencies.millis(.5), "the 5,001st of 10,001");
        assertEquals(0, latencies.millis(1e-9));
    }

    @Test
    void failures_are_counted_by_reason_and_nothing_has_no_quantile() {
        Latencies latencies = new Latencies();
        latencies.failed("status 503");
        latencies.failed("status 429");
        latencies.failed("status 503");
        assertEquals(Map.of("status 429", 1, "status 503", 2), latencies.failures());
        assertTrue(Double.isNaN(latencies.millis(.5)));
    }

    @Test
    void more_unanswered_calls_than_may_be_open_make_the_next_wait_and_its_latency_has_the_wait() {
        List<CompletableFuture<Integer>> open = Collections.synchronizedList(new ArrayList<>());
        Latencies latencies = new Latencies();
        int calls = ConstantRate.MOST_OPEN + 10;
        CompletableFuture<Long> late = CompletableFuture.supplyAsync(
                () -> new ConstantRate(1e5, 0, calls).run(System.nanoTime(), () -> called(open), latencies),
                task -> new Thread(task).start());
        while (open.size() < ConstantRate.MOST_OPEN) {
            Thread.onSpinWait();
        }
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < 100_000_000) {
            Thread.onSpinWait();
        }
        assertEquals(ConstantRate.MOST_OPEN, open.size());
        for (int call = 0; call < calls; call++) {
            while (open.size() <= call) {
                Thread.onSpinWait();
            }
            open.get(call).complete(200);
        }
        assertTrue(late.join() > 90_000_000);
        assertEquals(calls, latencies.answers());
        assertTrue(latencies.millis(1e-9) > 90);
    }

    private static CompletableFuture<Integer> called(List<CompletableFuture<Integer>> open) {
        CompletableFuture<Integer> call = new CompletableFuture<>();
        open.add(call);
        return call;
    }
}
