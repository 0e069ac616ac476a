package dev.linger.serving.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Moves pages from the log to the table every second where something was committed, on a thread and a connection of its own:
 * SQLite would else let the commit that makes the log long wait for it.
 */
final class Checkpoints implements AutoCloseable {
    private static final long PAUSE_MILLIS = 1_000;

    private final Connection connection;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "linger-moves-plays");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> moving;
    private volatile boolean committed;

    /** @param connection gets closed with this */
    Checkpoints(Connection connection) {
        this.connection = connection;
        moving = thread.scheduleWithFixedDelay(this::move, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void afterCommit() {
        committed = true;
    }

    private void move() {
        if (!committed) {
            return;
        }
        committed = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException failure) {
            committed = true; // the log holds all; a disk that fails is told by the next commit
        }
    }

    /** Waits for one that is under way. */
    @Override
    public void close() throws SQLException {
        moving.cancel(false);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                return; // a disk that hangs; the process ends without it
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
