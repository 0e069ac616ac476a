package dev.linger.ranker.blend;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.UserLists;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rankers mixed with the score of retrieval: {@code score = sum of weight * z(part)} over the {@link BlendParts}. */
public final class BlendRanker implements Ranker {
    static final String NAME = "blend";
    private static final String FILE = "blend.columns";

    private final BlendParts parts;
    private final double[] weights;
    private final List<BlendTrial> trials;

    /** The blend with these weights, one for each part, and the steps by which they were chosen. */
    BlendRanker(BlendParts parts, double[] weights, List<BlendTrial> trials) {
        int expected = parts.names().size();
        if (weights.length != expected) {
            throw new IllegalArgumentException(weights.length + " weights of " + expected + " parts");
        }
        if (!Arrays.stream(weights).allMatch(weight -> weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("weights must be >= 0 and finite but were " + Arrays.toString(weights));
        }
        this.parts = parts;
        this.weights = weights;
        this.trials = List.copyOf(trials);
    }

    public BlendParts parts() {
        return parts;
    }

    /** One for each part. */
    public double[] weights() {
        return weights.clone();
    }

    /** The quality of each part alone, then the steps that raised the blend's. */
    public List<BlendTrial> trials() {
        return trials;
    }

    /** The same weights for other members. */
    BlendRanker with(BlendParts others) {
        return new BlendRanker(others, weights, trials);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Prediction prediction() {
        return Prediction.SCORE;
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        double[][] ofParts = parts.scores(rows);
        UserLists.forEach(rows, (from, to) -> mix(ofParts, from, to, scores));
    }

    /** Writes the scores of one list, the rows {@code from..to-1}, from the parts' scores {@code [part][row]}. */
    public void mix(double[][] ofParts, int from, int to, double[] scores) {
        for (int row = from; row < to; row++) {
            scores[row] = 0;
        }
        for (int part = 0; part < weights.length; part++) {
            if (weights[part] == 0) {
                continue;
            }
            double[] standardised = Arrays.copyOfRange(ofParts[part], from, to);
            BlendParts.standardise(standardised, 0, standardised.length);
            for (int row = from; row < to; row++) {
                scores[row] += weights[part] * standardised[row - from];
            }
        }
    }

    /** Writes each member into a part of its own, {@code member-0} and so on. */
    @Override
    public void write(ModelWriter to) throws IOException {
        List<BlendParts.Member> members = parts.members();
        for (int at = 0; at < members.size(); at++) {
            members.get(at).ranker().write(to.part(part(at)));
        }
        to.columns(FILE, out -> {
            out.text(NAME);
            out.number(members.size());
            for (BlendParts.Member member : members) {
                out.text(member.name());
            }
            out.doubles(weights);
            out.number(trials.size());
            for (BlendTrial trial : trials) {
                out.text(trial.part());
                out.number(trial.weight());
                out.number(trial.quality());
            }
        });
    }

    /** Where a member is read from. */
    static ModelReader member(ModelReader from, int at) {
        return from.part(part(at));
    }

    private static String part(int member) {
        return "member-" + member;
    }

    static BlendRanker read(BlendConfig config, BlendParts parts, ModelReader from) {
        return from.columns(FILE, in -> {
            config.requireKind(in);
            requireMembers(parts, in);
            return new BlendRanker(parts, in.doubles(), readTrials(in));
        });
    }

    private static void requireMembers(BlendParts parts, ColumnReader in) throws IOException {
        List<String> expected =
                parts.members().stream().map(BlendParts.Member::name).toList();
        List<String> found = new ArrayList<>();
        int size = in.number();
        for (int at = 0; at < size; at++) {
            found.add(in.text());
        }
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(
                    "it has the members " + found + " but the configuration has " + expected);
        }
    }

    private static List<BlendTrial> readTrials(ColumnReader in) throws IOException {
        List<BlendTrial> trials = new ArrayList<>();
        int size = in.number();
        for (int at = 0; at < size; at++) {
            trials.add(new BlendTrial(in.text(), in.real(), in.real()));
        }
        return trials;
    }
}
