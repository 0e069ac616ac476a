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
    private static final int ROWS_AT_ONCE = 64;

    private final MultiTaskConfig config;
    private final Learned learned;
    private final List<Platt> platts;
    private final List<HeadQuality> qualities;

    /** What a training brings: how rows are coded, and the networks, with what they need to be read. */
    record Learned(
            RowCodes codes,
            Target target,
            int userCount,
            int itemCount,
            List<RowNetwork> members,
            TrainingTrace trace) {
        Learned {
            members = List.copyOf(members);
        }
    }

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

    TrainingTrace trainingTrace() {
        return learned.trace();
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
        List<HeadConfig> heads = config.heads();
        double[] outputs = outputs(learned, rows, heads.size());
        for (int row = 0; row < rows.size(); row++) {
            double sum = 0;
            for (int head = 0; head < heads.size(); head++) {
                double output = outputs[row * heads.size() + head];
                double value = heads.get(head).isChance()
                        ? platts.get(head).chance(output)
                        : learned.target().ratio(output);
                sum += heads.get(head).weight() * value;
            }
            if (!Double.isFinite(sum)) {
                throw new IllegalArgumentException("the score of row " + row + " is " + sum + ": weights are damaged");
            }
            scores[row] = sum;
        }
    }

    /** The outputs of all heads, those of a row side by side, each the mean over the members. */
    static double[] outputs(Learned learned, FeatureSource rows, int heads) {
        learned.codes().columns().require(rows);
        int size = rows.user().length;
        double[] means = new double[size * heads];
        int most = Math.min(ROWS_AT_ONCE, size);
        MemberOutputs outputs = new MemberOutputs(learned.members(), CodedRows.of(rows, learned.codes()), most);
        for (int from = 0; from < size; from += ROWS_AT_ONCE) {
            int to = Math.min(size, from + ROWS_AT_ONCE);
            outputs.read(from, to);
            for (int at = 0; at < (to - from) * heads; at++) {
                means[from * heads + at] = outputs.mean(at);
            }
        }
        return means;
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            out.text(name());
            learned.codes().writeTo(out);
            learned.target().writeTo(out);
            learned.trace().writeTo(out);
            out.number(learned.userCount());
            out.number(learned.itemCount());
            out.number(learned.members().size());
            for (RowNetwork member : learned.members()) {
                member.network().write(out);
            }
            for (Platt platt : platts) {
                platt.write(out);
            }
        });
    }

    static MultiTaskRanker read(MultiTaskConfig config, ModelReader from) {
        NeuralConfig of = config.network();
        return from.columns(FILE, in -> {
            config.requireKind(in);
            RowCodes codes = RowCodes.readFrom(in);
            Target target = Target.readFrom(in);
            TrainingTrace trace = TrainingTrace.readFrom(in);
            int userCount = in.count(of.userWidth() * Float.BYTES);
            int itemCount = in.count(of.itemWidth() * Float.BYTES);
            if (in.number() != of.members()) {
                throw new IllegalArgumentException(
                        "it has another number of members than the configuration, which has " + of.members());
            }
            List<RowNetwork> members = new ArrayList<>();
            for (int member = 0; member < of.members(); member++) {
                RowNetwork network = new RowNetwork(
                        codes, userCount, itemCount, of, config.heads().size());
                network.network().readFrom(in);
                members.add(network);
            }
            List<Platt> platts = new ArrayList<>();
            for (int head = 0; head < config.heads().size(); head++) {
                platts.add(Platt.read(in));
            }
            Learned learned = new Learned(codes, target, userCount, itemCount, members, trace);
            return new MultiTaskRanker(config, learned, platts, List.of());
        });
    }
}
