package dev.linger.ranker.blend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.features.FeatureRows;
import dev.linger.ranker.Problems;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendTermsTest {
    /** Ratio, log-odds, P(relevant) x ratio, stage one. */
    private static final List<BlendParts.Member> MEMBERS = List.of(Parts.ratio(1, 3, 2, 2), Parts.logOdds(0, 0, 9, -9));

    private static final FeatureRows TWO_LISTS = Problems.stageOne(new int[] {0, 0, 1, 1}, 6, 2, 5, 5);

    @Test
    void they_add_up_to_the_score() {
        BlendRanker blend = Parts.blend(MEMBERS, 2, 0, 0.5, 1);
        double[] scores = new double[4];
        blend.score(TWO_LISTS, scores);
        for (int row = 0; row < scores.length; row++) {
            int at = row;
            assertEquals(
                    scores[row],
                    blend.terms(TWO_LISTS).stream()
                            .mapToDouble(term -> term.adds(at))
                            .sum(),
                    1e-12);
        }
    }

    @Test
    void each_tells_its_members_and_its_standing_in_the_list() {
        List<BlendTerm> terms = Parts.blend(MEMBERS, 2, 0, 0.5, 1).terms(TWO_LISTS);
        assertEquals(
                List.of("ratio", "P(relevant) x ratio by binary of candidates", "stage-one"),
                terms.stream().map(BlendTerm::part).toList());
        assertEquals(
                List.of(List.of("ratio"), List.of("binary of candidates", "ratio"), List.of()),
                terms.stream().map(BlendTerm::members).toList());
        // z of (1, 3) is (-1, 1), and of equal scores 0.
        assertArrayEquals(new double[] {-1, 1, 0, 0}, terms.get(0).standings());
        assertArrayEquals(new double[] {1, 3, 2, 2}, terms.get(0).scores());
        assertEquals(-2, terms.get(0).adds(0));
        // P of log-odds 0 is a half.
        assertArrayEquals(new double[] {0.5, 1.5}, Arrays.copyOf(terms.get(1).scores(), 2));
        assertArrayEquals(new double[] {1, -1, 0, 0}, terms.get(2).standings());
    }
}
