package dev.linger.pipeline.report.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.pipeline.evaluation.ItemUniverse;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.evaluation.Scenes;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.report.Ids;
import dev.linger.pipeline.report.UserValues;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ListValuesTest {
    /** Users 1 and 2, whose ids are 20 and 30, liked video 0; user 0 liked none. */
    private static final Protocol PROTOCOL = protocol();

    private static final Measures MEASURES =
            new Measures(List.of(new Ndcg(10), new Recall(50)), List.of(5), new PairedBootstrap(40, new Seed(1)));
    private static final IdIndex IDS = IdIndex.of("user", LongStream.of(10, 20, 30));

    @Test
    void users_stand_under_their_ids_and_those_without_a_relevant_video_not_at_all() {
        UserValues values = ListValues.of(PROTOCOL, measured(List.of(Scenes.list(1, 0))), MEASURES, 3, IDS);
        assertEquals("end-to-end-ratio-gt-1-0", values.id());
        assertEquals("per-user/end-to-end-ratio-gt-1-0.csv", values.fileName());
        assertEquals(List.of("20", "30"), Ids.written(values.users()));
        assertEquals(List.of("als NDCG@10", "als Recall@50", "als Recall@3"), values.columns());
        assertArrayEquals(new double[] {1, 0}, values.column("als Recall@3"));
    }

    @Test
    void fifty_candidates_have_one_recall() {
        UserValues values = ListValues.of(PROTOCOL, measured(List.of()), MEASURES, 50, IDS);
        assertEquals(List.of("als NDCG@10", "als Recall@50"), values.columns());
    }

    private static List<MeasuredLists> measured(List<RankedList> lists) {
        return List.of(MeasuredLists.of(
                new NamedLists("als", lists), PROTOCOL.judgments(), PROTOCOL.items(), MEASURES.depth(50)));
    }

    private static Protocol protocol() {
        InteractionLog test = Scenes.log(
                new int[] {0, 0, 500, 1_000}, new int[] {1, 0, 2_000, 1_000}, new int[] {2, 0, 2_000, 1_000});
        Judgments judgments = Judgments.of(test, new RelevanceRule.RatioAbove(1.0, false).fit(test), 0.1);
        return new Protocol("end-to-end", "all", "then", judgments, ItemUniverse.ofPlayed(new int[] {1}));
    }
}
