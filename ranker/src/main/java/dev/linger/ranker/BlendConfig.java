package dev.linger.ranker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mixes what several rankers say with stage one's score: {@code sum of weight * z(score)}, each standardised within a
 * list. A member that learns from candidates by the objective {@code binary} gives a second score, its chance times the
 * first member's ratio. The weights are those that do best on the validation days.
 *
 * @param members the rankers; the first one learns from plays and predicts the watch ratio
 * @param weights the weights to try, distinct, finite and >= 0
 * @param negatives how many candidates that were not shown a user keeps as rows to learn from, at least 1
 */
public record BlendConfig(List<Member> members, List<Double> weights, int negatives) implements RankerConfig {
    /**
     * One ranker of a blend.
     *
     * @param learnsFrom its rows
     * @param model how it learns; not a blend itself
     */
    public record Member(TrainingSetKind learnsFrom, RankerConfig model) {
        public Member {
            if (model instanceof BlendConfig || model instanceof StageOneConfig) {
                throw new IllegalArgumentException("model must not be a blend or stage one, which is mixed in anyway");
            }
        }

        private boolean hasNameOf(Member other) {
            return learnsFrom == other.learnsFrom && kind().equals(other.kind());
        }

        private String kind() {
            return model instanceof LightGbmConfig lightGbm
                    ? lightGbm.objective()
                    : model.getClass().getName();
        }
    }

    public BlendConfig {
        members = List.copyOf(members);
        weights = List.copyOf(weights);
        if (members.isEmpty() || members.get(0).learnsFrom() != TrainingSetKind.PLAYS) {
            throw new IllegalArgumentException(
                    "the first of the members must learn from plays but they are " + members);
        }
        for (Member member : members) {
            if (members.stream().filter(member::hasNameOf).count() > 1) {
                throw new IllegalArgumentException(
                        "members must differ in what they learn from or in their objective, by"
                                + " which tables and files name them, but two are alike: "
                                + member.learnsFrom().label());
            }
        }
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("weights must not be empty");
        }
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weights must be >= 0 and finite but one was " + weight);
            }
        }
        if (new HashSet<>(weights).size() != weights.size()) {
            throw new IllegalArgumentException("weights must be distinct but were " + weights);
        }
        if (negatives < 1) {
            throw new IllegalArgumentException("negatives must be >= 1 but was " + negatives);
        }
    }

    @Override
    public Set<TrainingSetKind> trainingSets() {
        return members.stream().map(Member::learnsFrom).collect(Collectors.toUnmodifiableSet());
    }
}
