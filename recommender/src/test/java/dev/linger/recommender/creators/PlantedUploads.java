package dev.linger.recommender.creators;

import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStats;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.ItemTable;
import dev.linger.data.SideTables;
import dev.linger.data.UserTable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Creators who upload more on the day after they were watched, or do not care, by a coin each day. */
record PlantedUploads(SideTables tables, InteractionLog log) {
    static final int CREATORS = 60;
    static final int FIRST_DAY = 18_000;
    static final int DAYS = 60;
    private static final long DAY_MILLIS = 86_400_000;

    /** @param response added to the chance of an upload by a day on which the creator was watched */
    static PlantedUploads draw(double response, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> creatorOf = new ArrayList<>();
        List<Integer> uploadDay = new ArrayList<>();
        InteractionLogBuilder log = new InteractionLogBuilder(ZoneId.of("UTC"), 0);
        for (int creator = 0; creator < CREATORS; creator++) {
            creatorOf.add(creator);
            uploadDay.add(FIRST_DAY - 1 - random.nextInt(50));
        }
        boolean[] wasWatched = new boolean[CREATORS];
        for (int day = FIRST_DAY; day < FIRST_DAY + DAYS; day++) {
            for (int creator = 0; creator < CREATORS; creator++) {
                double chance = .03 + (wasWatched[creator] ? response : 0);
                if (random.nextDouble() < chance) {
                    creatorOf.add(creator);
                    uploadDay.add(day);
                }
                wasWatched[creator] = random.nextInt(4) == 0;
                for (int play = 0; wasWatched[creator] && play < 3; play++) {
                    log.add(0, creator, 12, 10, day * DAY_MILLIS + 1_000L * creator + play);
                }
            }
        }
        return new PlantedUploads(tables(creatorOf, uploadDay), log.build());
    }

    private static SideTables tables(List<Integer> creatorOf, List<Integer> uploadDay) {
        int items = creatorOf.size();
        float[] durations = new float[items];
        Arrays.fill(durations, 10);
        ItemTable table = new ItemTable(
                ints(uploadDay),
                durations,
                new int[items][0],
                IdIndex.of("tag", LongStream.empty()),
                List.of(new AttributeColumn.Category(
                        "author",
                        ints(creatorOf),
                        IntStream.range(0, CREATORS)
                                .mapToObj(creator -> Integer.toString(1_000 + creator))
                                .toList())),
                new ItemTable.Roles(Optional.of("author"), List.of()));
        return new SideTables(
                IdIndex.of("user", LongStream.range(0, 1)),
                IdIndex.of("video", LongStream.range(0, items)),
                new UserTable(1, List.of()),
                table,
                DailyStats.empty(items),
                ZoneId.of("UTC"));
    }

    private static int[] ints(List<Integer> of) {
        return of.stream().mapToInt(Integer::intValue).toArray();
    }
}
