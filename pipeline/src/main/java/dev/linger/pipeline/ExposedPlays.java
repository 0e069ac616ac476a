package dev.linger.pipeline;

import dev.linger.features.FeatureRequests;
import dev.linger.pipeline.report.tables.NamedLists;
import java.util.ArrayList;
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
        for (int at = 0; at < rows.length; at++) {
            items[at] = plays.item()[rows[at]];
        }
        return new ItemsToRank(plays.user()[rows[0]], items, plays.stageOne().rows(rows));
    }

    /**
     * The lists as each system of stage two orders them.
     *
     * @param predictions of every play by the members of stage two, {@code [member][play]}; others may follow
     */
    List<NamedLists> by(StageTwo stageTwo, double[][] predictions) {
        double[][][] scores = new double[firstPlays.size()][][];
        for (int at = 0; at < scores.length; at++) {
            int[] plays = firstPlays.get(at);
            double[][] ofMembers = new double[stageTwo.members().size()][plays.length];
            float[] stageOne = new float[plays.length];
            for (int row = 0; row < plays.length; row++) {
                for (int member = 0; member < ofMembers.length; member++) {
                    ofMembers[member][row] = predictions[member][plays[row]];
                }
                stageOne[row] = given.lists().get(at).stageOne().score(row);
            }
            scores[at] = stageTwo.scoresOfList(ofMembers, stageOne);
        }
        return stageTwo.named(ListRanking.bySystem(given.lists(), scores));
    }
}
