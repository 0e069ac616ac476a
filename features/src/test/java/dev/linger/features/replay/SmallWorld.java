package dev.linger.features.replay;

import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.Friends;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.ItemTable;
import dev.linger.data.UserTable;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.StageOneCells;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Data sets of a few users, videos and days, for tests. */
final class SmallWorld {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int FIRST_DAY = (int) LocalDate.of(2020, 7, 5).toEpochDay();
    static final int USERS = 7;
    static final int ITEMS = 9;
    static final int DAYS = 12;

    /** Author of each item; item 3 has none. */
    static final int[] AUTHORS = {0, 0, 1, -1, 2, 1, 1, 0, 2};

    /** Friends of each user. */
    static final int[][] FRIENDS = {{1, 2}, {}, {}, {0}, {}, {2, 4, 6}, {}};

    private SmallWorld() {}

    record Play(int user, int item, int play, int duration, int day, int hour) {
        /** The same by another user. */
        Play by(int other) {
            return new Play(other, item, play, duration, day, hour);
        }

        long millis() {
            return LocalDate.ofEpochDay(day)
                    .atTime(LocalTime.of(hour, 30))
                    .atZone(ZONE)
                    .toInstant()
                    .toEpochMilli();
        }
    }

    static InteractionLog log(List<Play> plays) {
        InteractionLogBuilder log = new InteractionLogBuilder(ZONE, plays.size());
        plays.forEach(play -> log.add(play.user(), play.item(), play.play(), play.duration(), play.millis()));
        return log.build();
    }

    static Play randomPlay(SplittableRandom random, int firstDay, int days) {
        return new Play(
                random.nextInt(USERS),
                random.nextInt(ITEMS),
                random.nextInt(30_000),
                1 + random.nextInt(15_000),
                firstDay + random.nextInt(days),
                random.nextInt(24));
    }

    /** Statistics of every item on every day; those of a day before {@code changedFrom} depend on the seed alone. */
    static DailyStats stats(long seed, int changedFrom, long otherSeed) {
        int rows = ITEMS * DAYS;
        int[] item = new int[rows];
        int[] day = new int[rows];
        Map<DailyStat, float[]> values = new EnumMap<>(DailyStat.class);
        for (DailyStat stat : DailyStat.values()) {
            values.put(stat, new float[rows]);
        }
        for (int row = 0; row < rows; row++) {
            item[row] = row / DAYS;
            day[row] = FIRST_DAY + row % DAYS;
            long from = day[row] < changedFrom ? seed : otherSeed;
            SplittableRandom random = new SplittableRandom(from * 1_000 + row);
            for (DailyStat stat : DailyStat.values()) {
                values.get(stat)[row] = random.nextInt(100);
            }
        }
        return new DailyStats(ITEMS, item, day, values);
    }

    /** Score and rank of rows of which neither matters. */
    static StageOneCells stageOne(int rows) {
        return new StageOneCells(StageOneCells.SCORE_AND_RANK, new float[2 * rows]);
    }

    /** The default rules with another cap. */
    static WatchRules rules(double ratioCap) {
        return new WatchRules(ratioCap, 1, 1, 0.2);
    }

    static Dataset dataset(InteractionLog log, DailyStats stats) {
        int[] uploadDay = new int[ITEMS];
        float[] duration = new float[ITEMS];
        int[][] tags = new int[ITEMS][];
        for (int item = 0; item < ITEMS; item++) {
            uploadDay[item] = item == 0 ? ItemTable.UNKNOWN_DAY : FIRST_DAY + item - 5;
            duration[item] = item % 4 == 2 ? Float.NaN : 5_000 + item;
            tags[item] = item % 3 == 0 ? new int[0] : new int[] {item % 4};
        }
        tags[7] = new int[] {1, 3};
        tags[8] = new int[] {0, 2};
        return new Dataset(
                IdIndex.of("user", LongStream.range(0, USERS)),
                IdIndex.of("item", LongStream.range(0, ITEMS)),
                log,
                new UserTable(
                        USERS,
                        List.of(new AttributeColumn.Category(
                                "user_active_degree", new int[] {0, 1, -1, 0, 1, 0, 1}, List.of("full", "high"))),
                        Friends.of(FRIENDS)),
                new ItemTable(
                        uploadDay,
                        duration,
                        tags,
                        IdIndex.of("tag", LongStream.range(0, 4)),
                        List.of(
                                new AttributeColumn.Numeric("video_width", new float[ITEMS]),
                                new AttributeColumn.Category("author_id", AUTHORS, List.of("7", "8", "9")),
                                new AttributeColumn.Category(
                                        "second_level_category_id",
                                        new int[] {0, 0, 1, 1, 1, -1, 0, 0, 0},
                                        List.of("a", "b")),
                                new AttributeColumn.Category(
                                        "third_level_category_id",
                                        new int[] {2, 2, 1, 0, 1, 1, -1, -1, -1},
                                        List.of("a", "b", "c"))),
                        new ItemTable.Roles(
                                Optional.of("author_id"),
                                List.of(
                                        new ItemTable.Topic("second_category", "second_level_category_id"),
                                        new ItemTable.Topic("third_category", "third_level_category_id")))),
                stats,
                null,
                ZONE);
    }
}
