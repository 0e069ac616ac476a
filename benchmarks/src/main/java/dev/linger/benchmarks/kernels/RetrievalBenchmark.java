package dev.linger.benchmarks.kernels;

import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.als.AlsTrainer;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The best 300 unseen items of every user by factors, exactly. Rows are the users. The factors are those of one iteration:
 * their values do not change how long it takes.
 */
@State(Scope.Benchmark)
public class RetrievalBenchmark extends TimedAlone {
    static final int LIMIT = 300;

    @Param({"64", "100"})
    public int factorCount;

    private Retrieval retrieval;
    private int[] users;

    @Setup
    public void fit(Scale scale) {
        InteractionLog log = DrawnLog.of(scale);
        AlsConfig config = DefaultConfiguration.als(factorCount, 1, AlsConfig.Solver.CONJUGATE_GRADIENT);
        AlsModel model = AlsTrainer.train(
                log, scale.users(), scale.items(), config, new Seed(1), scale.workers(), Progress.SILENT);
        Universe universe = Universe.playedIn(log, scale.items());
        retrieval = new Retrieval(model, model, universe, SeenItems.of(log, scale.users()));
        users = IntStream.range(0, scale.users()).toArray();
    }

    /** Without the vector module. */
    @Benchmark
    public List<RankedList> plain(Scale scale, Rows rows) {
        return retrieve(scale, rows);
    }

    /** The same with the vector module on hand. */
    @Benchmark
    @Fork(jvmArgsAppend = VECTOR_MODULE)
    public List<RankedList> vector(Scale scale, Rows rows) {
        return retrieve(scale, rows);
    }

    private List<RankedList> retrieve(Scale scale, Rows rows) {
        rows.rows += users.length;
        return retrieval.topItems(users, LIMIT, scale.workers(), Progress.SILENT);
    }
}
