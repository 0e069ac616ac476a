package dev.linger.data;

/** Where long steps tell how far they are; library modules never print. */
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (task, unit, total) -> new Task() {
        @Override
        public void advance(long amount) {}

        @Override
        public void close() {}
    };

    /**
     * Starts a task.
     *
     * @param task what is being done, in a few words
     * @param unit what is counted, plural ("rows", "users")
     * @param total how many there are, -1 where unknown
     */
    Task start(String task, String unit, long total);

    /** A task under way; may be advanced from several threads. */
    interface Task extends AutoCloseable {
        void advance(long amount);

        /** Tells that it may end as early as at so many, which is less than the total; whoever may end early tells it again. */
        default void mayEndAt(long least) {}

        /** Tells how many a second are usual on a machine that does nothing else. */
        default void usually(double perSecond) {}

        @Override
        void close();
    }
}
