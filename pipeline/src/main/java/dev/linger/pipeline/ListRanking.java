package dev.linger.pipeline;

import dev.linger.data.Dataset;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.features.FeatureReplay;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.FeaturesConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Orders lists that are asked for at one instant; never more than a block of their feature rows a thread is held. */
final class ListRanking {
    private static final int LISTS_PER_BLOCK = 16;

    private final FeatureReplay replay;
    private final int asOfDay;
    private final long requestMillis;
    private final RunContext run;

    /**
     * @param asOfDay local day of the instant; features look at days before it
     * @param requestMillis the instant
     */
    ListRanking(
            Dataset dataset,
            FeaturesConfig features,
            double ratioCap,
            int asOfDay,
            long requestMillis,
            RunContext run) {
        this.replay = FeatureReplay.of(dataset, features, ratioCap);
        this.replay.advanceTo(asOfDay);
        this.asOfDay = asOfDay;
        this.requestMillis = requestMillis;
        this.run = run;
    }

    /**
     * The lists as each of several systems orders them.
     *
     * @param what is being done, for the progress
     * @param systems gives the scores of feature rows, {@code [system][row]}
     * @return for each system the lists, in the order of {@code lists}
     */
    List<List<RankedList>> rank(List<ItemsToRank> lists, String what, Function<FeatureRows, double[][]> systems) {
        RankedList[][] ranked = new RankedList[lists.size()][];
        try (Progress.Task task = run.progress().start(what, "lists", lists.size())) {
            run.workers().forBlocks(lists.size(), LISTS_PER_BLOCK, (from, to) -> {
                List<ItemsToRank> block = lists.subList(from, to);
                double[][] scores = systems.apply(rows(block));
                int row = 0;
                for (int at = from; at < to; at++) {
                    ranked[at] = ranked(lists.get(at), scores, row);
                    row += lists.get(at).size();
                }
                task.advance(to - from);
            });
        }
        return bySystem(ranked);
    }

    private static RankedList[] ranked(ItemsToRank list, double[][] scores, int firstRow) {
        RankedList[] bySystem = new RankedList[scores.length];
        for (int system = 0; system < scores.length; system++) {
            double[] own = Arrays.copyOfRange(scores[system], firstRow, firstRow + list.size());
            bySystem[system] = RankedList.byScore(list.user(), list.items(), own);
        }
        return bySystem;
    }

    private static List<List<RankedList>> bySystem(RankedList[][] ranked) {
        List<List<RankedList>> systems = new ArrayList<>();
        for (int at = 0; ranked.length > 0 && at < ranked[0].length; at++) {
            int system = at;
            systems.add(Arrays.stream(ranked).map(list -> list[system]).toList());
        }
        return systems;
    }

    private FeatureRows rows(List<ItemsToRank> lists) {
        int size = lists.stream().mapToInt(ItemsToRank::size).sum();
        int[] user = new int[size];
        int[] item = new int[size];
        float[] score = new float[size];
        float[] rank = new float[size];
        int row = 0;
        for (ItemsToRank list : lists) {
            Arrays.fill(user, row, row + list.size(), list.user());
            System.arraycopy(list.items(), 0, item, row, list.size());
            System.arraycopy(list.stageOneScore(), 0, score, row, list.size());
            System.arraycopy(list.stageOneRank(), 0, rank, row, list.size());
            row += list.size();
        }
        return replay.fillToday(FeatureRequests.at(asOfDay, requestMillis, user, item, score, rank));
    }
}
