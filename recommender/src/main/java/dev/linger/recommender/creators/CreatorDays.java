package dev.linger.recommender.creators;

import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The plays and uploads of a log, told day by day.
 *
 * @param log the plays
 * @param items whose creators and days of upload are known
 */
record CreatorDays(InteractionLog log, ItemTable items) {
    /** Uploads longer before the first play count as if of that day: what half-lives leave of them is nothing. */
    private static final int LONGEST_DAYS = 400;

    /** Told at the beginning of each day. */
    @FunctionalInterface
    interface DayTask {
        /**
         * A day begins.
         *
         * @param before what was known before it
         */
        void begins(int day, CreatorCounts before);
    }

    /** How many creators the data names. */
    int creators() {
        return items.creator().map(creator -> creator.levels().size()).orElse(0);
    }

    /**
     * Walks to the beginning of a day.
     *
     * @param task told of the days from that of the first play on, the last included
     * @return what was known before the last day
     */
    CreatorCounts walk(int lastDay, DayTask task) {
        int firstDay = log.size() == 0 ? lastDay : Math.min(lastDay, log.day(0));
        int[] creatorOf = items.creatorCodes();
        List<Integer> uploaded = IntStream.range(0, items.size())
                .filter(item -> creatorOf[item] >= 0 && items.uploadDay()[item] != ItemTable.UNKNOWN_DAY)
                .boxed()
                .sorted(Comparator.comparingInt(item -> items.uploadDay()[item]))
                .toList();
        CreatorCounts counts = new CreatorCounts(creators(), firstDay - LONGEST_DAYS);
        int next = 0;
        int row = 0;
        for (int day = firstDay - LONGEST_DAYS; day < lastDay; day++) {
            if (day >= firstDay) {
                counts.advanceTo(day);
                task.begins(day, counts);
            }
            for (; next < uploaded.size() && items.uploadDay()[uploaded.get(next)] <= day; next++) {
                counts.advanceTo(day);
                counts.upload(creatorOf[uploaded.get(next)]);
            }
            for (; row < log.size() && log.day(row) <= day; row++) {
                if (creatorOf[log.item(row)] >= 0) {
                    counts.play(creatorOf[log.item(row)], log.watchRatio(row) >= 1);
                }
            }
        }
        counts.advanceTo(lastDay);
        task.begins(lastDay, counts);
        return counts;
    }

    CreatorCounts walk(int lastDay) {
        return walk(lastDay, (day, before) -> {});
    }
}
