package dev.linger.neural.regression;

import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.DeviationQuality;
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
    private final Optional<DeviationQuality> quality;

    /** @param quality how well it knows how far it is off; empty where it was not asked, and of a ranker that was read */
    NeuralRanker(
            NeuralConfig config,
            RowCodes codes,
            Target target,
            int userCount,
            int itemCount,
            List<RowNetwork> members,
            TrainingTrace trace,
            Optional<DeviationQuality> quality) {
        this.config = config;
        this.codes = codes;
        this.target = target;
        this.userCount = userCount;
        this.itemCount = itemCount;
        this.members = List.copyOf(members);
        this.trace = trace;
        this.quality = quality;
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
    public Optional<DeviationQuality> deviationQuality() {
        return quality;
    }

    /** The same that is known to know so well how far it is off. */
    NeuralRanker with(Optional<DeviationQuality> known) {
        return new NeuralRanker(config, codes, target, userCount, itemCount, members, trace, known);
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        predict(rows, (row, outputs, at) -> scores[row] = finite(config.prediction(target, outputs.mean(at)), row));
    }

    /**
     * Writes the variance of what the members predict of each row: {@code 1 / (members - 1) sum (r - mean(r))^2}, r being the ratio,
     * or the log-odds, of one of them; 0 of a single member.
     */
    public void variance(FeatureRows rows, double[] variances) {
        predict(rows, (row, outputs, at) -> variances[row] = finite(variance(outputs, at), row));
    }

    private double variance(MemberOutputs outputs, int at) {
        double mean = 0;
        for (int member = 0; member < outputs.members(); member++) {
            mean += config.prediction(target, outputs.of(member, at)) / outputs.members();
        }
        double squares = 0;
        for (int member = 0; member < outputs.members(); member++) {
            double distance = config.prediction(target, outputs.of(member, at)) - mean;
            squares += distance * distance;
        }
        return squares / Math.max(1, outputs.members() - 1);
    }

    /** What is done with the outputs of a row. */
    private interface OfRow {
        /** @param at the number of the row among those at hand */
        void take(int row, MemberOutputs outputs, int at);
    }

    private void predict(FeatureRows rows, OfRow then) {
        codes.columns().require(rows);
        int most = Math.min(ROWS_AT_ONCE, rows.size());
        MemberOutputs outputs = new MemberOutputs(members, CodedRows.of(rows, codes), most);
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            int to = Math.min(rows.size(), from + ROWS_AT_ONCE);
            outputs.read(from, to);
            for (int row = from; row < to; row++) {
                then.take(row, outputs, row - from);
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
            return new NeuralRanker(config, codes, target, userCount, itemCount, members, trace, Optional.empty());
        });
    }
}
