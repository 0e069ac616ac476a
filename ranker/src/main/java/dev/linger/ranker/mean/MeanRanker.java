package dev.linger.ranker.mean;

import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingTrace;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Predicts the watch ratio as {@code sum of weight * prediction} over its members; one of weight 0 is not asked. */
public final class MeanRanker implements Ranker {
    static final String NAME = "mean";
    private static final String FILE = "mean.columns";

    private final List<Ranker> members;
    private final WeightChoice choice;

    MeanRanker(List<Ranker> members, WeightChoice choice) {
        this.members = List.copyOf(members);
        this.choice = choice;
    }

    List<Ranker> members() {
        return members;
    }

    WeightChoice choice() {
        return choice;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Prediction prediction() {
        return Prediction.WATCH_RATIO;
    }

    @Override
    public boolean readsFeatures() {
        return members.stream().anyMatch(Ranker::readsFeatures);
    }

    @Override
    public Optional<TrainingTrace> trace() {
        return Optional.of(choice.trace());
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        double[] own = new double[rows.size()];
        Arrays.fill(scores, 0, rows.size(), 0);
        for (int member = 0; member < members.size(); member++) {
            double weight = choice.weights()[member];
            if (weight > 0) {
                members.get(member).score(rows, own);
                for (int row = 0; row < own.length; row++) {
                    scores[row] += weight * own[row];
                }
            }
        }
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        for (int member = 0; member < members.size(); member++) {
            members.get(member).write(to.part(part(member)));
        }
        to.columns(FILE, out -> {
            out.text(NAME);
            choice.writeTo(out);
        });
    }

    /** Where a member is read from. */
    static ModelReader member(ModelReader from, int at) {
        return from.part(part(at));
    }

    private static String part(int member) {
        return "member-" + member;
    }

    static MeanRanker read(MeanConfig config, List<Ranker> members, ModelReader from) {
        return from.columns(FILE, in -> {
            config.requireKind(in);
            return new MeanRanker(members, WeightChoice.readFrom(in, members.size()));
        });
    }
}
