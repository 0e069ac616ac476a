package dev.linger.ranker.blend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.features.FeatureRows;
import dev.linger.ranker.Problems;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.UserLists;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendPartsTest {
    private static final double ROOT_THREE_HALVES = Math.sqrt(1.5);

    @Test
    void the_parts_are_members_then_products_then_stage_one() {
        BlendParts parts = new BlendParts(List.of(
                Parts.ratio(),
                new BlendParts.Member(TrainingSetKind.DEBIASED_PLAYS, new Parts.ByRow("ratio")),
                Parts.logOdds(),
                new BlendParts.Member(TrainingSetKind.CANDIDATES, new Parts.ByRow("lambdarank"))));
        assertEquals(
                List.of(
                        "ratio",
                        "ratio of debiased plays",
                        "binary of candidates",
                        "lambdarank of candidates",
                        "P(relevant) x ratio by binary of candidates",
                        "stage-one"),
                parts.names());
    }

    @Test
    void a_product_is_the_chance_of_the_log_odds_times_the_ratio_of_the_first_member() {
        // chance 1 / (1 + exp(-x)): of 0 it is 1/2, of ln 3 it is 3/4, of -ln 3 it is 1/4.
        double[] ratio = {2, 1.6, 0.4, -0.5};
        double[] logOdds = {0, Math.log(3), -Math.log(3), 5};
        double[] stageOne = {7, 6, 5, 4};
        double[][] parts = new BlendParts(List.of(Parts.ratio(), Parts.logOdds()))
                .scores(new double[][] {ratio, logOdds}, stageOne);
        assertEquals(4, parts.length);
        assertArrayEquals(ratio, parts[0]);
        assertArrayEquals(logOdds, parts[1]);
        // 2 / 2, 1.6 * 3 / 4, 0.4 / 4; a ratio below 0, as a linear model may predict, counts as 0.
        assertArrayEquals(new double[] {1, 1.2, 0.1, 0}, parts[2], 1e-12);
        assertArrayEquals(stageOne, parts[3]);
    }

    @Test
    void log_odds_far_from_0_give_a_chance_of_0_or_1() {
        double[][] parts = new BlendParts(List.of(Parts.ratio(), Parts.logOdds()))
                .scores(new double[][] {{3, 3}, {-1_000, 1_000}}, new double[2]);
        assertArrayEquals(new double[] {0, 3}, parts[2]);
    }

    @Test
    void scores_of_rows_have_every_member_and_a_missing_stage_one_as_the_lowest_of_its_list() {
        FeatureRows rows = Problems.stageOne(new int[] {1, 1, 1, 2}, 3, Float.NaN, 1, Float.NaN);
        BlendParts blended = new BlendParts(List.of(Parts.ratio(1, 2, 3, 4)));
        double[][] scores = blended.scores(blended.memberScores(rows), UserLists.stageOneScores(rows));
        assertArrayEquals(new double[] {1, 2, 3, 4}, scores[0]);
        assertArrayEquals(new double[] {3, 1, 1, 0}, scores[1]);
    }

    @Test
    void standard_scores_have_mean_0_and_deviation_1_within_the_list_alone() {
        // 0 1 2: mean 1, sd sqrt(2/3), so -sqrt(3/2), 0, sqrt(3/2); the rows beside stay.
        double[] scores = {50, 0, 1, 2, 70};
        BlendParts.standardise(scores, 1, 4);
        assertArrayEquals(new double[] {50, -ROOT_THREE_HALVES, 0, ROOT_THREE_HALVES, 70}, scores, 1e-12);
    }

    @Test
    void equal_scores_standardise_to_zero_even_where_their_mean_is_rounded() {
        double[] scores = {0.1f, 0.1f, 0.1f};
        BlendParts.standardise(scores, 0, 3);
        assertArrayEquals(new double[3], scores, 0);
        double[] alone = {-8};
        BlendParts.standardise(alone, 0, 1);
        assertArrayEquals(new double[1], alone, 0);
    }

    @Test
    void a_list_without_items_stays_as_it_is() {
        double[] none = {};
        BlendParts.standardise(none, 0, 0);
        double[] others = {4, 9};
        BlendParts.standardise(others, 1, 1);
        assertArrayEquals(new double[] {4, 9}, others);
    }
}
