package dev.linger.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationConfigTest {
    @Test
    void the_default_metrics_are_the_columns_of_the_stage_tables() {
        EvaluationConfig config = resolve();
        assertEquals(
                List.of("NDCG@10", "Recall@50", "Recall@100", "HitRate@10", "MRR@100", "MAP@10"),
                config.metrics().stream().map(ListMetric::name).toList());
        assertEquals(250, config.depth());
    }

    @Test
    void tables_look_as_deep_as_the_largest_cutoff() {
        assertEquals(
                300,
                resolve("evaluation.metrics=[{\"type\": \"ndcg\", \"k\": 5}, {\"type\": \"recall\", \"k\": 300}]")
                        .depth());
        assertEquals(400, resolve("evaluation.cutoffs=[10, 400]").depth());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            metrics=[]                                                        | metrics must name at least one metric
            metrics=[{"type": "ndcg", "k": 5}, {"type": "ndcg", "k": 5}]      | metrics must differ but NDCG@5 is there twice
            metrics=[{"type": "recall", "k": 501}]                            | cutoffs of metrics must be <= 500 but there is Recall@501
            metrics=[{"type": "recall", "k": 0}]                              | k must be >= 1 but was 0
            metrics=[{"type": "recal", "k": 5}]                               | evaluation.metrics.0.type must be one of hit-rate, map, mrr, ndcg, precision, recall but is "recal"; did you mean recall?
            cutoffs=[]                                                        | cutoffs must have at least one number
            cutoffs=[10, 5]                                                   | cutoffs must ascend from 1 to 500 at most but were [10, 5]
            cutoffs=[0]                                                       | cutoffs must ascend from 1 to 500 at most but were [0]
            cutoffs=[501]                                                     | cutoffs must ascend from 1 to 500 at most but were [501]
            """)
    void a_mistake_is_told(String setting, String message) {
        String told = assertThrows(InputException.class, () -> resolve("evaluation." + setting))
                .getMessage();
        assertEquals(message, told.substring(told.length() - message.length()));
    }

    private static EvaluationConfig resolve(String... settings) {
        return LingerConfig.resolve(Optional.empty(), List.of(settings)).value().evaluation();
    }
}
