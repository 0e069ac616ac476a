package dev.linger.ranker.blend;

import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Mixes what several rankers say with the score of retrieval: {@code sum of weight * z(score)}, each standardised within a
 * list. A member that learns from candidates and predicts log-odds gives a second score, P(relevant) times the first
 * member's ratio. The weights are those that do best on the validation days; each question has an order of its own.
 */
public record BlendConfig(
        @Key(
                        value =
                                "the rankers, which differ in what they learn from or in their kind; the first one learns"
                                        + " from plays and predicts the watch ratio")
                List<Member> members,
        @Key(
                        value = "the weights to try, distinct, finite and >= 0",
                        byDefault = "[0.0, 0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 8.0]",
                        because =
                                "each about half as large again as the one before; more of them fit the validation days"
                                        + " and not the test")
                List<Double> weights,
        @Key(
                        value = "how many candidates that were not shown are kept per user as rows to learn from, >= 1",
                        byDefault = "40",
                        because =
                                "with 25 lists are worse on validation days, and 60 train a third longer for the same")
                int negatives)
        implements RankerConfig {
    /** One ranker of a blend. */
    public record Member(
            @Key(
                            value = "its rows: plays, debiased-plays, candidates or debiased-candidates",
                            because = "plays tell how long, candidates tell whether")
                    TrainingSetKind learnsFrom,
            @Key("how it learns; a ranker of any type but blend and stage-one") RankerConfig model) {
        public Member {
            if (!model.mayBeBlended()) {
                throw new IllegalArgumentException("model must not be a blend or stage one, which is mixed in anyway");
            }
        }

        private String name() {
            return BlendParts.name(learnsFrom, model.kind());
        }

        private BlendParts.Member trained(Ranker ranker) {
            return new BlendParts.Member(learnsFrom, ranker);
        }
    }

    public BlendConfig {
        members = List.copyOf(members);
        weights = List.copyOf(weights);
        if (members.isEmpty() || members.get(0).learnsFrom() != TrainingSetKind.PLAYS) {
            throw new IllegalArgumentException(
                    "the first of the members must learn from plays but they are " + members);
        }
        Set<String> names = new HashSet<>();
        for (Member member : members) {
            if (!names.add(member.name())) {
                throw new IllegalArgumentException(
                        "members must differ in what they learn from or in their kind, by which tables and files name"
                                + " them, but two are " + member.name());
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
    public void requireTrainable() {
        members.forEach(member -> member.model().requireTrainable());
    }

    @Override
    public String kind() {
        return BlendRanker.NAME;
    }

    @Override
    public Set<TrainingSetKind> trainingSets() {
        return members.stream().map(Member::learnsFrom).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Learner> learners() {
        return members.stream()
                .map(member -> new Learner(member.model(), Set.of(member.learnsFrom())))
                .toList();
    }

    @Override
    public boolean readsRetrievalScore() {
        return true;
    }

    @Override
    public boolean mayBeBlended() {
        return false;
    }

    /** The first member, whose predictions are measured, stays in any case. */
    @Override
    public RankerConfig trainable(TrainingSets sets, Consumer<String> notice) {
        List<Member> able = new ArrayList<>();
        for (Member member : members) {
            Optional<String> nothing = member.model().nothingToLearnFrom(sets.of(member.learnsFrom()));
            if (nothing.isPresent() && !able.isEmpty()) {
                notice.accept(member.name() + " is left out of the blend: " + nothing.get());
                continue;
            }
            nothing.ifPresent(why -> notice.accept(member.name() + " predicts the same for all: " + why));
            able.add(member);
        }
        return able.size() == members.size() ? this : new BlendConfig(able, weights, negatives);
    }

    /** The weights are chosen by members that have not learned from the validation rows yet. */
    @Override
    public Trained train(TrainingContext context, TrainingSets sets) {
        List<BlendParts.Member> fitted = new ArrayList<>();
        List<BlendParts.Member> refitted = new ArrayList<>();
        for (Member member : members) {
            Set<TrainingSetKind> learnsFrom = Set.of(member.learnsFrom());
            Trained trained = context.known()
                    .trained(member.model(), learnsFrom, () -> member.model().train(context, sets.only(learnsFrom)));
            fitted.add(member.trained(trained.fitted()));
            refitted.add(member.trained(trained.refitted()));
        }
        BlendParts parts = new BlendParts(fitted);
        BlendRanker chosen = new BlendRanker(
                parts,
                context.goals().stream()
                        .map(goal -> BlendTrainer.choose(parts, weights, goal))
                        .toList());
        return new Trained(chosen, chosen.with(new BlendParts(refitted)));
    }

    /** The members learn again; their weights stay. */
    @Override
    public Ranker retrain(Ranker earlier, TrainingContext context, TrainingSets sets) {
        if (!(earlier instanceof BlendRanker blend) || blend.parts().members().size() != members.size()) {
            throw new IllegalArgumentException(
                    "the earlier ranker is not a blend of " + members.size() + " members but " + earlier.name());
        }
        List<BlendParts.Member> again = new ArrayList<>();
        for (Member member : members) {
            Set<TrainingSetKind> learnsFrom = Set.of(member.learnsFrom());
            Ranker before = blend.parts().members().get(again.size()).ranker();
            Trained trained = context.known()
                    .trained(
                            member.model(),
                            learnsFrom,
                            () -> Trained.once(member.model().retrain(before, context, sets.only(learnsFrom))));
            again.add(member.trained(trained.refitted()));
        }
        return blend.with(new BlendParts(again));
    }

    @Override
    public Ranker read(ModelReader from) {
        List<BlendParts.Member> read = new ArrayList<>();
        for (Member member : members) {
            read.add(member.trained(member.model().read(BlendRanker.member(from, read.size()))));
        }
        return BlendRanker.read(this, new BlendParts(read), from);
    }
}
