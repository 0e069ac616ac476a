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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rankers mixed with the score of retrieval, each order of them with weights of its own over the {@link BlendParts}. */
public final class BlendRanker implements Ranker {
    static final String NAME = "blend";
    private static final String FILE = "blend.columns";

    private final BlendParts parts;
    private final List<BlendMix> mixes;
    private final Set<String> membersInUse;

    /** A blend with these orders, at least one; its own scores are those of the last. */
    BlendRanker(BlendParts parts, List<BlendMix> mixes) {
        if (mixes.isEmpty()) {
            throw new IllegalArgumentException("a blend must have an order but there is none");
        }
        int expected = parts.names().size();
        for (BlendMix mix : mixes) {
            if (mix.weights().length != expected) {
                throw new IllegalArgumentException(mix.weights().length + " weights of " + expected + " parts");
            }
        }
        this.parts = parts;
        this.mixes = List.copyOf(mixes);
        this.membersInUse = membersInUse(parts, mixes.get(mixes.size() - 1).weights());
    }

    public BlendParts parts() {
        return parts;
    }

    /** Its orders, of which users get the last. */
    public List<BlendMix> mixes() {
        return mixes;
    }

    /** The same weights for other members. */
    BlendRanker with(BlendParts others) {
        return new BlendRanker(others, mixes);
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
    public boolean readsFeatures() {
        return parts.members().stream().anyMatch(member -> member.ranker().readsFeatures());
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        double[][] ofParts = parts.scores(
                parts.memberScores(rows, member -> membersInUse.contains(member.name())),
                UserLists.stageOneScores(rows));
        BlendMix last = mixes.get(mixes.size() - 1);
        UserLists.forEach(rows, (from, to) -> last.score(ofParts, from, to, scores));
    }

    /** Names of the members that its own scores depend on: those of parts with a weight. */
    private static Set<String> membersInUse(BlendParts parts, double[] weights) {
        return IntStream.range(0, weights.length)
                .filter(part -> weights[part] > 0)
                .mapToObj(parts::membersOf)
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The scores of each order, {@code [order][item]}, for one list, from the parts' scores {@code [part][item]}. */
    double[][] scores(double[][] ofParts) {
        int items = ofParts[0].length;
        double[][] scores = new double[mixes.size()][items];
        for (int mix = 0; mix < scores.length; mix++) {
            mixes.get(mix).score(ofParts, 0, items, scores[mix]);
        }
        return scores;
    }

    /**
     * What each part adds to its own scores of one list: they add up to these, part after part. Parts without a weight are left
     * out.
     *
     * @param ofMembers what each member gives the items, {@code [member][item]}
     * @param stageOne score of each item in retrieval, none missing
     */
    public List<BlendTerm> terms(double[][] ofMembers, double[] stageOne) {
        double[][] ofParts = parts.scores(ofMembers, stageOne);
        double[] weights = mixes.get(mixes.size() - 1).weights();
        List<BlendTerm> terms = new ArrayList<>();
        for (int part = 0; part < weights.length; part++) {
            if (weights[part] > 0) {
                double[] standardised = ofParts[part].clone();
                BlendParts.standardise(standardised, 0, standardised.length);
                terms.add(new BlendTerm(
                        parts.names().get(part), parts.membersOf(part), weights[part], ofParts[part], standardised));
            }
        }
        return terms;
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
            out.number(mixes.size());
            for (BlendMix mix : mixes) {
                mix.write(out);
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
            List<BlendMix> mixes = new ArrayList<>();
            int size = in.number();
            for (int at = 0; at < size; at++) {
                mixes.add(BlendMix.read(in));
            }
            return new BlendRanker(parts, mixes);
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
}
