package dev.linger.pipeline;

import dev.linger.data.RankedList;
import dev.linger.features.FeatureRequests;
import dev.linger.pipeline.report.tables.NamedLists;
import dev.linger.ranker.training.BlendRanker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The distinct videos each user was shown in a part of the log; a video shown several times counts by its first play.
 *
 * @param given the lists
 * @param firstPlays the row of the play of each item of each list
 */
record ExposedPlays(GivenLists given, List<int[]> firstPlays) {
    /** @param plays in order of time within a user */
    static ExposedPlays of(FeatureRequests plays, int userCount) {
        List<List<Integer>> ofUser = new ArrayList<>();
        for (int user = 0; user < userCount; user++) {
            ofUser.add(new ArrayList<>());
        }
        Set<Long> met = new HashSet<>();
        for (int play = 0; play < plays.size(); play++) {
            if (met.add((long) plays.user()[play] << 32 | plays.item()[play])) {
                ofUser.get(plays.user()[play]).add(play);
            }
        }
        List<int[]> firstPlays = ofUser.stream()
                .filter(list -> !list.isEmpty())
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        List<ItemsToRank> lists =
                firstPlays.stream().map(list -> toRank(plays, list)).toList();
        return new ExposedPlays(new GivenLists(lists), firstPlays);
    }

    private static ItemsToRank toRank(FeatureRequests plays, int[] rows) {
        int[] items = new int[rows.length];
        float[] score = new float[rows.length];
        float[] rank = new float[rows.length];
        for (int at = 0; at < rows.length; at++) {
            items[at] = plays.item()[rows[at]];
            score[at] = plays.stageOneScore()[rows[at]];
            rank[at] = plays.stageOneRank()[rows[at]];
        }
        return new ItemsToRank(plays.user()[rows[0]], items, score, rank);
    }

    /** The lists as each ranker of stage two orders them, from what the pure one predicts for every play. */
    List<NamedLists> by(StageTwo stageTwo, double[] predictions) {
        List<List<RankedList>> systems = new ArrayList<>(List.of(by(predictions, (list, scores) -> scores)));
        for (BlendRanker blend : stageTwo.blends()) {
            systems.add(by(predictions, (list, scores) -> blend.blend(scores, list.stageOneScore())));
        }
        return stageTwo.named(systems);
    }

    private List<RankedList> by(double[] predictions, Scores scores) {
        List<RankedList> ranked = new ArrayList<>();
        for (int at = 0; at < firstPlays.size(); at++) {
            ItemsToRank list = given.lists().get(at);
            double[] predicted = Arrays.stream(firstPlays.get(at))
                    .mapToDouble(play -> predictions[play])
                    .toArray();
            ranked.add(RankedList.byScore(list.user(), list.items(), scores.of(list, predicted)));
        }
        return ranked;
    }

    /** What the predictions of one list become before they order it. */
    private interface Scores {
        double[] of(ItemsToRank list, double[] predictions);
    }
}
