package dev.linger.neural.regression;

import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.features.FeatureSource;
import dev.linger.ranker.HeadQuality;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingTrace;
import dev.linger.ranker.objectives.HeadConfig;
import dev.linger.ranker.objectives.Platt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores rows by {@code sum over heads of weight * value}, all values being of the same networks. */
public final class MultiTaskRanker implements Ranker {
    private static final String FILE = "networks.columns";

    private final MultiTaskConfig config;
    private final Learned learned;
    private final List<Platt> platts;
    private final List<HeadQuality> qualities;

    /**
     * @param platts one a head, which makes a chance of its log-odds
     * @param qualities how good chances were on validation rows; none of a ranker that was read
     */
    MultiTaskRanker(MultiTaskConfig config, Learned learned, List<Platt> platts, List<HeadQuality> qualities) {
        this.config = config;
        this.learned = learned;
        this.platts = List.copyOf(platts);
        this.qualities = List.copyOf(qualities);
    }

    /** The same calibration of other networks. */
    MultiTaskRanker with(Learned others) {
        return new MultiTaskRanker(config, others, platts, qualities);
    }

    int heads() {
        return platts.size();
    }

    /** How many epochs it learned for. */
    int bestEpoch() {
        return learned.trace().bestRound();
    }

    @Override
    public String name() {
        return MultiTaskConfig.NAME;
    }

    @Override
    public Prediction prediction() {
        return Prediction.SCORE;
    }

    @Override
    public Optional<TrainingTrace> trace() {
        return Optional.of(learned.trace());
    }

    @Override
    public List<HeadQuality> headQualities() {
        return qualities;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        learned.forEach(
                rows, (row, outputs, at) -> scores[row] = Learned.requireFinite(score(outputs, at * heads()), row));
    }

    private double score(MemberOutputs outputs, int first) {
        double sum = 0;
        for (int head = 0; head < heads(); head++) {
            HeadConfig of = config.heads().get(head);
            double output = outputs.mean(first + head);
            sum += of.weight()
                    * (of.isChance()
                            ? platts.get(head).chance(output)
                            : learned.target().ratio(output));
        }
        return sum;
    }

    /** The outputs of all heads, those of a row side by side, each the mean over the members. */
    static double[] outputs(Learned learned, FeatureSource rows, int heads) {
        double[] means = new double[rows.user().length * heads];
        learned.forEach(rows, (row, outputs, at) -> {
            for (int head = 0; head < heads; head++) {
                means[row * heads + head] = outputs.mean(at * heads + head);
            }
        });
        return means;
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            out.text(name());
            learned.write(out);
            for (Platt platt : platts) {
                platt.write(out);
            }
        });
    }

    static MultiTaskRanker read(MultiTaskConfig config, ModelReader from) {
        return from.columns(FILE, in -> {
            config.requireKind(in);
            Learned learned = Learned.read(in, config.network(), config.heads().size());
            List<Platt> platts = new ArrayList<>();
            for (int head = 0; head < config.heads().size(); head++) {
                platts.add(Platt.read(in));
            }
            return new MultiTaskRanker(config, learned, platts, List.of());
        });
    }
}
