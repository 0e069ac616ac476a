package dev.linger.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The numbers of one run: topics of seed 1, the configuration of {@link FinishedRun#SMALL}. Whoever changes what is
 * computed finds here what it changed. Orders without trees are exact; trees may differ a little between machines.
 */
final class GoldenRunTest {
    private static final double EXACT = 5e-5;
    private static final double TREES = 5e-3;

    private static final String STAGES = "stages-end-to-end-ratio-gt-1-0";
    private static final String PREDICTIONS = "predictions-pointwise-ratio-gt-1-0";

    @ParameterizedTest
    @CsvSource({
        "random, 0.0237",
        "popularity, 0.0400",
        "rate-popularity, 0.0410",
        "recent-liked, 0.0398",
        "shortest, 0.0405",
        "item-knn, 0.1736",
        "als, 0.1924",
        "oracle, 0.8263"
    })
    void ndcg_at_10_of_orders_without_trees(String system, double expected) {
        assertEquals(expected, FinishedRun.ofTopics().number(STAGES, system, "NDCG@10"), EXACT);
    }

    @ParameterizedTest
    @CsvSource({"lightgbm regression_l1, 0.1514", "lightgbm regression_l1 + 3.0 stage-one, 0.1906"})
    void ndcg_at_10_of_the_ranker_and_its_blend(String system, double expected) {
        assertEquals(expected, FinishedRun.ofTopics().number(STAGES, system, "NDCG@10"), TREES);
    }

    @ParameterizedTest
    @CsvSource({
        "lightgbm regression_l1, MAE, 0.6249",
        "lightgbm regression_l1, XAUC, 0.7276",
        "lightgbm regression_l1, GAUC, 0.8205"
    })
    void predictions_of_the_ranker(String ranker, String metric, double expected) {
        assertEquals(expected, FinishedRun.ofTopics().number(PREDICTIONS, ranker, metric), TREES);
    }

    @ParameterizedTest
    @CsvSource({"global mean, 0.8619", "global median, 0.7728", "user mean, 0.8366", "item mean, 0.8165"})
    void mae_of_the_constants(String ranker, double expected) {
        assertEquals(expected, FinishedRun.ofTopics().number(PREDICTIONS, ranker, "MAE"), EXACT);
    }
}
