package dev.linger.candidates.hybrid;

import dev.linger.candidates.Embeddings;
import dev.linger.candidates.FoldIn;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Similarity;
import dev.linger.candidates.Taste;
import dev.linger.data.InteractionLog;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A weighted sum of scores, each in standard deviations from its mean over the items that its source knows for the user:
 *
 * <pre>
 * score(user, item) = sum over sources that know the item of weight * (s - mean(s)) / deviation(s)
 * </pre>
 *
 * <p>A source that does not know an item adds nothing, as one that finds the item average. An item is known where one of the
 * sources knows it. The scorer is named "fusion".
 */
public final class FusedScorer implements ItemScorer {
    private final List<Member> members;

    /** What the vectors of each member that has some are multiplied by where they are joined. */
    private final double[] scales;

    /**
     * A source of the sum.
     *
     * @param weight above 0
     * @param isSameForAll whether it has one order for all users
     */
    record Member(ItemScorer scorer, double weight, boolean isSameForAll) {
        /** How users are folded in; one order for all stays as it is. */
        Optional<FoldIn> foldIn(InteractionLog fittedTo) {
            return isSameForAll ? Optional.of((user, plays, asOfMillis) -> scorer) : scorer.foldIn(fittedTo);
        }

        Member with(ItemScorer other) {
            return new Member(other, weight, isSameForAll);
        }
    }

    private FusedScorer(List<Member> members, double[] scales) {
        this.members = List.copyOf(members);
        this.scales = scales;
    }

    /** @param members at least one, all of the same items */
    static FusedScorer of(List<Member> members) {
        return new FusedScorer(members, JoinedEmbeddings.scales(embeddings(members)));
    }

    private static List<Embeddings> embeddings(List<Member> members) {
        return members.stream()
                .flatMap(member -> member.scorer().embeddings().stream())
                .toList();
    }

    @Override
    public String name() {
        return "fusion";
    }

    @Override
    public int itemCount() {
        return members.get(0).scorer().itemCount();
    }

    @Override
    public void score(int user, double[] scores) {
        score(new int[] {user}, new double[][] {scores});
    }

    @Override
    public void score(int[] users, double[][] scores) {
        double[][] own = new double[users.length][itemCount()];
        for (double[] ofUser : scores) {
            Arrays.fill(ofUser, Double.NEGATIVE_INFINITY);
        }
        for (Member member : members) {
            member.scorer().score(users, own);
            for (int at = 0; at < users.length; at++) {
                addStandardized(member.weight(), own[at], scores[at]);
            }
        }
    }

    private static void addStandardized(double weight, double[] own, double[] scores) {
        int known = 0;
        double sum = 0;
        for (double score : own) {
            if (score != Double.NEGATIVE_INFINITY) {
                known++;
                sum += score;
            }
        }
        double mean = sum / known;
        double squares = 0;
        for (double score : own) {
            if (score != Double.NEGATIVE_INFINITY) {
                squares += (score - mean) * (score - mean);
            }
        }
        double scale = squares > 0 ? weight / Math.sqrt(squares / known) : 0;
        for (int item = 0; item < own.length; item++) {
            if (own[item] != Double.NEGATIVE_INFINITY) {
                double before = scores[item] == Double.NEGATIVE_INFINITY ? 0 : scores[item];
                scores[item] = before + scale * (own[item] - mean);
            }
        }
    }

    /** {@inheritDoc} By the vectors of the first source that has some. */
    @Override
    public Optional<Similarity> similarity() {
        return members.stream()
                .flatMap(member -> member.scorer().similarity().stream())
                .findFirst();
    }

    @Override
    public Optional<Taste> taste(int user) {
        return members.stream()
                .flatMap(member -> member.scorer().taste(user).stream())
                .findFirst();
    }

    /** {@inheritDoc} Those of all sources that have some, one behind the other. */
    @Override
    public Optional<Embeddings> embeddings() {
        List<Embeddings> parts = embeddings(members);
        return parts.isEmpty() ? Optional.empty() : Optional.of(new JoinedEmbeddings(parts, scales));
    }

    /** {@inheritDoc} Empty where one of the sources neither folds users in nor is the same for all. */
    @Override
    public Optional<FoldIn> foldIn(InteractionLog fittedTo) {
        List<Optional<FoldIn>> each =
                members.stream().map(member -> member.foldIn(fittedTo)).toList();
        if (each.stream().anyMatch(Optional::isEmpty) || members.stream().allMatch(Member::isSameForAll)) {
            return Optional.empty();
        }
        List<FoldIn> all = each.stream().flatMap(Optional::stream).toList();
        return Optional.of((user, plays, asOfMillis) -> {
            Member[] folded = new Member[all.size()];
            Arrays.setAll(folded, at -> members.get(at).with(all.get(at).of(user, plays, asOfMillis)));
            return new FusedScorer(List.of(folded), scales);
        });
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        for (int member = 0; member < members.size(); member++) {
            members.get(member).scorer().write(to.part(partName(member)));
        }
    }

    /** Where a member is read from. */
    static ModelReader part(ModelReader from, int member) {
        return from.part(partName(member));
    }

    private static String partName(int member) {
        return "source-" + (member + 1);
    }
}
