package dev.linger.data.kuairec;

import dev.linger.data.Progress;

/** The readings of all files as one task, for several go on at a time. */
final class ReadingProgress implements Progress, AutoCloseable {
    private final Task whole;

    /** @param bytes what all readings come to */
    ReadingProgress(Progress progress, long bytes) {
        whole = progress.start("reading the data", "bytes", bytes);
    }

    @Override
    public Task start(String task, String unit, long total) {
        return new Task() {
            @Override
            public void advance(long amount) {
                whole.advance(amount);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {
        whole.close();
    }
}
