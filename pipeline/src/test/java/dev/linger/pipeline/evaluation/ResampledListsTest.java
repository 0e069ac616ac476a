package dev.linger.pipeline.evaluation;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.experiment.Scene;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResampledListsTest {
    private static final int USERS = 30;
    private static final int ITEMS = 20;
    private static final ListMetric NDCG = new Ndcg(10);
    private static final ListMetric RECALL = new Recall(5);

    private final InteractionLog log = Scene.randomLog(3, USERS, ITEMS, 400, 3);
    private final Judgments judgments = Judgments.of(log, new RelevanceRule.RatioAbove(1.2, false).fit(log), 0.2);
    private final TwoWayBootstrap bootstrap = new PairedBootstrap(80, new Seed(7)).twoWay(judgments);
    private final ResampledLists.Comparing comparing =
            new ResampledLists.Comparing(List.of(NDCG, RECALL), List.of(NDCG), bootstrap);

    @Test
    void systems_that_are_given_what_was_kept_are_compared_as_if_they_were_resampled(@TempDir Path folder)
            throws IOException {
        ResampledLists kept;
        try (Workers workers = new Workers(2)) {
            kept = comparing.resampled(systems(), workers);
        }
        Path file = folder.resolve("kept");
        try (ColumnWriter out = new ColumnWriter(FileChannel.open(file, CREATE_NEW, WRITE))) {
            kept.write(out);
            out.finish();
        }
        List<MeasuredLists> given = systems();
        try (ColumnReader in = new ColumnReader(FileChannel.open(file))) {
            comparing.give(ResampledLists.read(in), given);
        }
        ListMetrics one = systems().get(0).metrics();
        ListMetrics other = systems().get(1).metrics();
        for (ListMetric metric : List.of(NDCG, RECALL)) {
            assertEquals(
                    one.less(other, metric, bootstrap.ofUsers()),
                    given.get(0).metrics().less(given.get(1).metrics(), metric, bootstrap.ofUsers()));
            assertEquals(
                    bootstrap.compare(one, other, metric),
                    bootstrap.compare(given.get(0).metrics(), given.get(1).metrics(), metric));
        }
    }

    @Test
    void what_is_given_is_not_drawn_again() {
        List<MeasuredLists> given = systems();
        double[] sums = new double[80];
        sums[3] = 1;
        comparing.give(new ResampledLists(List.of(sums, sums, sums, sums), List.of(sums, sums)), given);
        ListMetrics known = given.get(0).metrics();
        ListMetrics drawn = systems().get(0).metrics();
        assertEquals(sums, known.resampled(RECALL, bootstrap.ofUsers()).sums());
        assertEquals(sums, known.means(NDCG, bootstrap));
        assertNotEquals(
                bootstrap.compare(known, drawn, NDCG),
                bootstrap.compare(drawn, systems().get(1).metrics(), NDCG));
    }

    private List<MeasuredLists> systems() {
        ItemUniverse universe = ItemUniverse.of(item -> true, new int[ITEMS]);
        return IntStream.range(0, 2)
                .mapToObj(system -> MeasuredLists.of(
                        new NamedLists("system " + system, Scene.randomLists(system, USERS, ITEMS)),
                        judgments,
                        universe,
                        ITEMS))
                .toList();
    }
}
