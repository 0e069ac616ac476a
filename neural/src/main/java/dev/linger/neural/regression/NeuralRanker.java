package dev.linger.neural.regression;

import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingTrace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Predicts the watch ratio, or the log-odds that it is above a bound, by the mean of some networks. */
public final class NeuralRanker implements Ranker {
    private static final String FILE = "networks.columns";
    private static final int ROWS_AT_ONCE = 64;

    private final NeuralConfig config;
    private final RowCodes codes;
    private final Target target;
    private final int userCount;
    private final int itemCount;
    private final List<RowNetwork> members;
    private final TrainingTrace trace;

    NeuralRanker(
            NeuralConfig config,
            RowCodes codes,
            Target target,
            int userCount,
            int itemCount,
            List<RowNetwork> members,
            TrainingTrace trace) {
        this.config = config;
        this.codes = codes;
        this.target = target;
        this.userCount = userCount;
        this.itemCount = itemCount;
        this.members = List.copyOf(members);
        this.trace = trace;
    }

    @Override
    public String name() {
        return config.kind();
    }

    @Override
    public Prediction prediction() {
        return config.loss() == Loss.LOG_LOSS ? Prediction.LOG_ODDS : Prediction.WATCH_RATIO;
    }

    @Override
    public Optional<TrainingTrace> trace() {
        return Optional.of(trace);
    }

    TrainingTrace trainingTrace() {
        return trace;
    }

    /** How many epochs it learned for. */
    int bestEpoch() {
        return trace.bestRound();
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        codes.columns().require(rows);
        int most = Math.min(ROWS_AT_ONCE, rows.size());
        MeanPrediction mean = new MeanPrediction(members, CodedRows.of(rows, codes), most);
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            int to = Math.min(rows.size(), from + ROWS_AT_ONCE);
            double[] outputs = mean.of(from, to);
            for (int row = from; row < to; row++) {
                scores[row] = finite(config.prediction(target, outputs[row - from]), row);
            }
        }
    }

    private static double finite(double score, int row) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("the score of row " + row + " is " + score + ": weights are damaged");
        }
        return score;
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            out.text(name());
            codes.writeTo(out);
            target.writeTo(out);
            trace.writeTo(out);
            out.number(userCount);
            out.number(itemCount);
            out.number(members.size());
            for (RowNetwork member : members) {
                member.network().write(out);
            }
        });
    }

    static NeuralRanker read(NeuralConfig config, ModelReader from) {
        return from.columns(FILE, in -> {
            config.requireKind(in);
            RowCodes codes = RowCodes.readFrom(in);
            Target target = Target.readFrom(in);
            TrainingTrace trace = TrainingTrace.readFrom(in);
            int userCount = in.count(config.userWidth() * Float.BYTES);
            int itemCount = in.count(config.itemWidth() * Float.BYTES);
            if (in.number() != config.members()) {
                throw new IllegalArgumentException(
                        "it has another number of members than the configuration, which has " + config.members());
            }
            List<RowNetwork> members = new ArrayList<>();
            for (int member = 0; member < config.members(); member++) {
                RowNetwork network = new RowNetwork(codes, userCount, itemCount, config);
                network.network().readFrom(in);
                members.add(network);
            }
            return new NeuralRanker(config, codes, target, userCount, itemCount, members, trace);
        });
    }
}
