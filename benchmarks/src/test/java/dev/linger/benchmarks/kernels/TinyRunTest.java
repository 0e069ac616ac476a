package dev.linger.benchmarks.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.als.AlsConfig;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;

/** Each benchmark once, as small as it goes: that it does what it says, not how fast. */
final class TinyRunTest {
    private final Scale scale = new Scale();
    private final Rows rows = new Rows();

    @BeforeEach
    void start() {
        scale.scale = 0.002;
        scale.threads = 2;
        scale.start();
    }

    @AfterEach
    void stop() {
        scale.stop();
    }

    @Test
    void theDrawnLogHasAsManyPairsAsAskedEachOnce() {
        InteractionLog log = DrawnLog.of(scale);
        // 0.002 of 10,300,969 pairs; the number of hits of independent draws is within 5 standard deviations
        assertEquals(20_602, log.size(), 5 * Math.sqrt(20_602));
        long[] pairs = new long[log.size()];
        Arrays.setAll(pairs, row -> (long) log.user(row) * scale.items() + log.item(row));
        assertEquals(pairs.length, Arrays.stream(pairs).distinct().count());
    }

    @Test
    void alsIsHeldAfterEachIteration() {
        for (AlsConfig.Solver solver : AlsConfig.Solver.values()) {
            AlsBenchmark als = new AlsBenchmark();
            als.factorCount = 8;
            als.solver = solver;
            als.begin(scale);
            rows.rows = 0;
            als.plain(rows);
            als.vector(rows);
            als.giveUp();
            assertEquals(2L * DrawnLog.of(scale).size(), rows.rows);
        }
    }

    @Test
    void aFitThatFailsIsNotWaitedFor() {
        // A log of users the fit is not told of.
        Scale larger = new Scale();
        larger.scale = 0.004;
        InteractionLog log = DrawnLog.of(larger);
        assertThrows(
                IllegalStateException.class,
                () -> AlsIterations.begin(log, scale, 8, AlsConfig.Solver.CONJUGATE_GRADIENT));
    }

    @Test
    void retrievalGivesEveryUserAList() {
        RetrievalBenchmark retrieval = new RetrievalBenchmark();
        retrieval.factorCount = 8;
        retrieval.fit(scale);
        List<RankedList> lists = retrieval.plain(scale, rows);
        assertEquals(scale.users(), lists.size());
        assertEquals(scale.users(), rows.rows);
        assertTrue(lists.stream().anyMatch(list -> list.size() == RetrievalBenchmark.LIMIT));
        assertEquals(lists.size(), retrieval.vector(scale, rows).size());
    }

    @Test
    void everyRowIsExplained() {
        ContributionBenchmark explaining = new ContributionBenchmark();
        explaining.trees = 3;
        explaining.train(scale);
        assertEquals(rows.rows + 20L * explaining.explain(rows).size(), rows.rows);
    }

    @Test
    void treesScoreEveryRow() {
        TreeScoringBenchmark scoring = new TreeScoringBenchmark();
        scoring.trees = 3;
        scoring.train(scale);
        double[][] scores = scoring.score(scale, rows);
        assertEquals(
                rows.rows, Arrays.stream(scores).mapToInt(block -> block.length).sum());
        assertTrue(
                Arrays.stream(scores).flatMapToDouble(Arrays::stream).distinct().count() > 100);
    }

    @Test
    void aNetworkIsTrained() {
        NetworkBenchmark training = new NetworkBenchmark();
        training.quantiles = 1;
        Scale little = new Scale();
        little.scale = 0.0001;
        little.start();
        training.draw(little);
        assertEquals("neural l1", training.train(little, rows).name());
        little.stop();
        // 1,031 rows, twice
        assertEquals(2_062, rows.rows);
    }

    @Test
    void filesAreReadAndReplayed() {
        DataFiles files = new DataFiles();
        files.data = "topics";
        files.provide(scale);
        LoadBenchmark load = new LoadBenchmark();
        load.configure();
        int plays = load.read(files, rows).dataset().log().size();
        assertTrue(rows.rows > plays && plays > 17_000, rows.rows + " rows, " + plays + " plays");

        FeatureBenchmark features = new FeatureBenchmark();
        features.read(files);
        files.delete();
        FeatureBenchmark.FirstDay firstDay = new FeatureBenchmark.FirstDay();
        firstDay.begin(features);
        rows.rows = 0;
        features.observe(firstDay, scale, rows);
        assertEquals(0.8 * plays, (double) rows.rows, 1);

        Blackhole sink = new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
        FeatureBenchmark.LabelWindow labelWindow = new FeatureBenchmark.LabelWindow();
        labelWindow.begin(features);
        rows.rows = 0;
        features.fillPlays(labelWindow, scale, rows, sink);
        assertTrue(rows.rows > 0.2 * plays && rows.rows < 0.5 * plays, () -> rows.rows + " rows");

        FeatureBenchmark.Cut cut = new FeatureBenchmark.Cut();
        cut.begin(features);
        rows.rows = 0;
        features.fillCandidates(cut, scale, rows, sink);
        assertEquals(300 * 300, rows.rows);
    }

    @Test
    void dataThatIsNotThereIsNamed() {
        DataFiles files = new DataFiles();
        files.data = "nowhere";
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> files.provide(scale));
        assertTrue(error.getMessage().contains("nowhere"), error::getMessage);
        files.delete();
    }
}
