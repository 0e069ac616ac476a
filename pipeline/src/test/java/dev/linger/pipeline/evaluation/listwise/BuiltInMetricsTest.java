package dev.linger.pipeline.evaluation.listwise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.config.TypeRegistry;
import dev.linger.pipeline.evaluation.NaiveMetrics;
import dev.linger.pipeline.evaluation.Scenes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BuiltInMetricsTest {
    @Test
    void every_metric_is_chosen_by_its_type() {
        Map<String, Class<?>> registered =
                TypeRegistry.of(List.of(new BuiltInMetrics())).of(ListMetric.class);
        assertEquals(Set.of("precision", "recall", "hit-rate", "ndcg", "map", "mrr"), registered.keySet());
        assertEquals(
                Scenes.metricsAt(1).stream().map(Object::getClass).collect(Collectors.toSet()),
                Set.copyOf(registered.values()));
    }

    @Nested
    class PrecisionAtK extends ListMetricContract {
        PrecisionAtK() {
            super(Precision::new, NaiveMetrics::precision);
        }

        @Override
        protected double ofPerfectList(int relevantCount, int cutoff) {
            return (double) Math.min(relevantCount, cutoff) / cutoff;
        }
    }

    @Nested
    class RecallAtK extends ListMetricContract {
        RecallAtK() {
            super(Recall::new, NaiveMetrics::recall);
        }

        @Override
        protected double ofPerfectList(int relevantCount, int cutoff) {
            return (double) Math.min(relevantCount, cutoff) / relevantCount;
        }

        @Override
        protected boolean growsWithTheCutoff() {
            return true;
        }
    }

    @Nested
    class HitRateAtK extends ListMetricContract {
        HitRateAtK() {
            super(HitRate::new, NaiveMetrics::hitRate);
        }

        @Override
        protected boolean growsWithTheCutoff() {
            return true;
        }
    }

    @Nested
    class NdcgAtK extends ListMetricContract {
        NdcgAtK() {
            super(Ndcg::new, NaiveMetrics::ndcg);
        }
    }

    @Nested
    class AveragePrecisionAtK extends ListMetricContract {
        AveragePrecisionAtK() {
            super(AveragePrecision::new, NaiveMetrics::averagePrecision);
        }
    }

    @Nested
    class ReciprocalRankAtK extends ListMetricContract {
        ReciprocalRankAtK() {
            super(ReciprocalRank::new, NaiveMetrics::reciprocalRank);
        }

        @Override
        protected boolean growsWithTheCutoff() {
            return true;
        }
    }
}
