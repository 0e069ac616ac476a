package dev.linger.neural.regression;

import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.DeviationQuality;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingTrace;
import java.io.IOException;
import java.util.Optional;

/** Predicts the watch ratio, or the log-odds that it is above a bound, by the mean of some networks. */
public final class NeuralRanker implements Ranker {
    private static final String FILE = "networks.columns";

    private final NeuralConfig config;
    private final Learned learned;
    private final Optional<DeviationQuality> quality;

    /** @param quality how well it knows how far it is off; empty where it was not asked, and of a ranker that was read */
    NeuralRanker(NeuralConfig config, Learned learned, Optional<DeviationQuality> quality) {
        this.config = config;
        this.learned = learned;
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
        return Optional.of(learned.trace());
    }

    /** How many epochs it learned for. */
    int bestEpoch() {
        return learned.trace().bestRound();
    }

    @Override
    public Optional<DeviationQuality> deviationQuality() {
        return quality;
    }

    /** Other networks, of which the same is known. */
    NeuralRanker with(Learned others) {
        return new NeuralRanker(config, others, quality);
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        learned.forEach(
                rows, (row, outputs, at) -> scores[row] = Learned.requireFinite(prediction(outputs.mean(at)), row));
    }

    /**
     * Writes the variance of what the members predict of each row: {@code 1 / (members - 1) sum (r - mean(r))^2}, r being the ratio,
     * or the log-odds, of one of them; 0 of a single member.
     */
    public void variance(FeatureRows rows, double[] variances) {
        learned.forEach(rows, (row, outputs, at) -> variances[row] = Learned.requireFinite(variance(outputs, at), row));
    }

    private double prediction(double output) {
        return config.prediction(learned.target(), output);
    }

    private double variance(MemberOutputs outputs, int at) {
        double mean = 0;
        for (int member = 0; member < outputs.members(); member++) {
            mean += prediction(outputs.of(member, at)) / outputs.members();
        }
        double squares = 0;
        for (int member = 0; member < outputs.members(); member++) {
            double distance = prediction(outputs.of(member, at)) - mean;
            squares += distance * distance;
        }
        return squares / Math.max(1, outputs.members() - 1);
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            out.text(name());
            learned.write(out);
        });
    }

    static NeuralRanker read(NeuralConfig config, ModelReader from) {
        return from.columns(FILE, in -> {
            config.requireKind(in);
            return new NeuralRanker(config, Learned.read(in, config, 1), Optional.empty());
        });
    }
}
