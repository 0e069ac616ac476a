package dev.linger.serving.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What waits for the thread that commits, in the order it came. */
final class AppendQueue {
    private final ArrayDeque<Append> waiting = new ArrayDeque<>();
    private final int mostPlays;
    private int plays;
    private @Nullable RuntimeException closed;

    /** Plays that are kept together or not at all. */
    record Append(List<ReceivedPlay> plays, CompletableFuture<List<Stored>> result) {
        Append {
            plays = List.copyOf(plays);
        }
    }

    /** @param mostPlays so many may wait; an append of more is taken where none waits */
    AppendQueue(int mostPlays) {
        this.mostPlays = mostPlays;
    }

    /**
     * Puts an append at the end.
     *
     * @throws StoreBusyException where too many plays wait
     * @throws RuntimeException as given to {@link #close}
     */
    synchronized void add(Append append) {
        if (closed != null) {
            throw closed;
        }
        if (plays > 0 && plays + append.plays().size() > mostPlays) {
            throw new StoreBusyException(plays);
        }
        waiting.add(append);
        plays += append.plays().size();
        notifyAll();
    }

    /** Waits for the first, but no longer than so; takes as many from the front as hold so many plays, or one. */
    synchronized List<Append> take(int playsTogether, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = millis;
        while (waiting.isEmpty() && closed == null && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException interrupt) {
                throw new IllegalStateException("nobody interrupts the thread that commits", interrupt);
            }
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        return front(playsTogether);
    }

    private List<Append> front(int playsTogether) {
        List<Append> front = new ArrayList<>();
        int count = 0;
        while (!waiting.isEmpty()
                && (front.isEmpty() || count + waiting.element().plays().size() <= playsTogether)) {
            Append append = waiting.remove();
            count += append.plays().size();
            front.add(append);
        }
        plays -= count;
        return front;
    }

    /** Takes no more; what waits stays. The first reason counts. */
    synchronized void close(RuntimeException why) {
        if (closed == null) {
            closed = why;
        }
        notifyAll();
    }

    /** Whether nothing waits and nothing more can come. */
    synchronized boolean isFinished() {
        return closed != null && waiting.isEmpty();
    }
}
