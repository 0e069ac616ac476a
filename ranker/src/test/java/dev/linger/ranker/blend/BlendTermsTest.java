package dev.linger.ranker.blend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.ranker.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendTermsTest {
    private static final double[][] OF_MEMBERS = {{1, 3}, {0, 0}};
    private static final double[] STAGE_ONE = {6, 2};

    /** Ratio, log-odds, P(relevant) x ratio, stage one. */
    private static final BlendRanker BLEND =
            Parts.blend(List.of(Parts.ratio(OF_MEMBERS[0]), Parts.logOdds(OF_MEMBERS[1])), 2, 0, 0.5, 1);

    @Test
    void they_add_up_to_the_score() {
        double[] scores = new double[2];
        BLEND.score(Problems.stageOne(new int[] {0, 0}, 6, 2), scores);
        for (int item = 0; item < scores.length; item++) {
            int at = item;
            assertEquals(
                    scores[item],
                    BLEND.terms(OF_MEMBERS, STAGE_ONE).stream()
                            .mapToDouble(term -> term.contribution(at))
                            .sum(),
                    1e-12);
        }
    }

    @Test
    void each_tells_its_members_and_its_standard_score_in_the_list() {
        List<BlendTerm> terms = BLEND.terms(OF_MEMBERS, STAGE_ONE);
        assertEquals(
                List.of("ratio", "P(relevant) x ratio by binary of candidates", "stage-one"),
                terms.stream().map(BlendTerm::part).toList());
        assertEquals(
                List.of(List.of("ratio"), List.of("binary of candidates", "ratio"), List.of()),
                terms.stream().map(BlendTerm::members).toList());
        // z of (1, 3) is (-1, 1).
        assertArrayEquals(new double[] {-1, 1}, terms.get(0).standardised());
        assertArrayEquals(new double[] {1, 3}, terms.get(0).scores());
        assertEquals(-2, terms.get(0).contribution(0));
        // P of log-odds 0 is a half.
        assertArrayEquals(new double[] {0.5, 1.5}, terms.get(1).scores());
        assertArrayEquals(new double[] {1, -1}, terms.get(2).standardised());
    }

    @Test
    void equal_scores_add_nothing() {
        List<BlendTerm> terms = BLEND.terms(new double[][] {{2, 2}, {9, -9}}, new double[] {5, 5});
        assertArrayEquals(new double[] {0, 0}, terms.get(0).standardised());
        assertArrayEquals(new double[] {0, 0}, terms.get(2).standardised());
    }
}
