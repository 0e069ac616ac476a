package dev.linger.pipeline.report.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.ItemUniverse;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.evaluation.RelevanceRule.RatioAbove;
import dev.linger.pipeline.evaluation.Scenes;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Precision;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.evaluation.pointwise.Gauc;
import dev.linger.pipeline.evaluation.pointwise.NamedPredictions;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.pipeline.report.ConsoleFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SummaryTableTest {
    /** One user, who watched video 1 twice over and video 2 four times. */
    private static final InteractionLog TEST =
            Scenes.log(new int[] {0, 1, 2_000, 1_000}, new int[] {0, 2, 4_000, 1_000});

    private static final Measures MEASURES = new Measures(
            List.of(new Ndcg(10), new Recall(50), new Precision(5)), List.of(5), new PairedBootstrap(40, new Seed(1)));

    private static final Workers WORKERS = new Workers(1);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static final NamedLists ALS = new NamedLists("als", List.of(Scenes.list(0, 0, 1, 2)));
    private static final NamedLists LIGHTGBM = new NamedLists("lightgbm", List.of(Scenes.list(0, 2, 0, 1)));

    @Test
    void each_system_has_a_row_and_the_best_constant_one_for_its_error() {
        // Both relevant, ideal 1 + 1/log2(3) = 1.63093: als (.63093 + .5) / 1.63093, lightgbm (1 + .5) / 1.63093.
        // Video 2 alone: als at rank 3, lightgbm at rank 1. Watched 2 and 4: errors 0 and 1 of lightgbm, 1 and 1 of the
        // median.
        assertEquals(
                """
                Summary: end-to-end
                  system    NDCG@10 ratio > 1.0  Recall@50 ratio > 1.0  NDCG@10 ratio > 3.0  Recall@50 ratio > 3.0     MAE
                  --------  -------------------  ---------------------  -------------------  ---------------------  ------
                  als                    0.6934                 1.0000               0.5000                 1.0000       -
                > lightgbm               0.9197                 1.0000               1.0000                 1.0000  0.5000
                  oracle                 1.0000                 1.0000               1.0000                 1.0000       -
                  median                      -                      -                    -                      -  1.0000
                * >: the order that users get
                * end-to-end: all; cut: 2020-08-29
                * users with a relevant play: 1 by ratio > 1.0, 1 by ratio > 3.0
                * MAE: mean |prediction - watch ratio| of every play after the cut; median is the best prediction without features
                """,
                new ConsoleFormat(1_000)
                        .format(SummaryTable.of(
                                List.of(measured(protocol(1)), measured(protocol(3))),
                                MEASURES,
                                predictions("lightgbm", 2, 3),
                                predictions("median", 3, 3))));
    }

    private static ListTables measured(Protocol protocol) {
        return ListTables.of(
                protocol,
                MeasuredRetrieval.of(List.of(), ALS, protocol, 50, WORKERS),
                new Systems(List.of(LIGHTGBM)),
                50,
                WORKERS);
    }

    private static Protocol protocol(double threshold) {
        Judgments judgments = Judgments.of(TEST, new RatioAbove(threshold, false).fit(TEST), 0.1);
        return new Protocol("end-to-end", "all", "2020-08-29", judgments, ItemUniverse.ofPlayed(new int[] {1, 1, 1}));
    }

    private static NamedPredictions predictions(String name, double... predictions) {
        double[] labels = {2, 4};
        return new NamedPredictions(
                name,
                PointwiseMetrics.of(predictions, labels),
                Gauc.of(new int[2], predictions, new boolean[] {false, true}));
    }
}
