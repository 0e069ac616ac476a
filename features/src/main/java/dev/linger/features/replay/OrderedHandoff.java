package dev.linger.features.replay;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets pieces of work run side by side and their ends one at a time, in the order of their numbers. */
final class OrderedHandoff {
    private int next;
    private boolean abandoned;

    /**
     * Does the work at once, and the end when those of all smaller numbers are over. Where another piece has failed,
     * returns without the end.
     */
    <T> void run(int turn, Supplier<T> work, Consumer<T> end) {
        try {
            T done = work.get();
            if (await(turn)) {
                end.accept(done);
                pass();
            }
        } catch (RuntimeException | Error failure) {
            abandon();
            throw failure;
        }
    }

    private synchronized boolean await(int turn) {
        try {
            while (next != turn && !abandoned) {
                wait();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a turn", interrupt);
        }
        return !abandoned;
    }

    private synchronized void pass() {
        next++;
        notifyAll();
    }

    private synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }
}
