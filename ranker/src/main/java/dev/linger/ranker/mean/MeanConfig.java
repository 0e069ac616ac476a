package dev.linger.ranker.mean;

import dev.linger.data.InputException;
import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Predicts the watch ratio by a weighted mean of rankers that do: the weights are those of least error on validation rows. */
public record MeanConfig(
        @Key("the rankers, at least two, which predict watch ratios and differ in their kind")
                List<RankerConfig> members,
        @Key(
                        value =
                                "how often a member is drawn whose prediction brings the mean of all drawn nearest to the"
                                        + " validation rows; a weight is the share of its draws, 1 to 1000",
                        byDefault = "20",
                        because = "weights in steps of a twentieth fit as well as finer ones")
                int draws)
        implements RankerConfig {
    public MeanConfig {
        members = List.copyOf(members);
        if (members.size() < 2) {
            throw new IllegalArgumentException("members must be at least two but are " + members.size());
        }
        if (members.stream().map(RankerConfig::kind).distinct().count() < members.size()) {
            throw new IllegalArgumentException("members must differ in their kind but are "
                    + members.stream().map(RankerConfig::kind).toList());
        }
        for (RankerConfig member : members) {
            if (!member.mayBeBlended()) {
                throw new IllegalArgumentException("members must not be a blend or stage one");
            }
        }
        if (draws < 1 || draws > 1000) {
            throw new IllegalArgumentException("draws must be 1 to 1000 but was " + draws);
        }
    }

    @Override
    public String kind() {
        return MeanRanker.NAME;
    }

    @Override
    public void requireTrainable() {
        members.forEach(RankerConfig::requireTrainable);
    }

    @Override
    public Optional<String> nothingToLearnFrom(TrainingSets.Rows rows) {
        return rows.oneRatio();
    }

    /** The weights are chosen by members that have not learned from the validation rows yet; where there are none, all are equal. */
    @Override
    public Trained train(TrainingContext context, TrainingSets sets) {
        List<Ranker> fitted = new ArrayList<>();
        List<Ranker> refitted = new ArrayList<>();
        for (RankerConfig member : members) {
            Trained trained = known(member, context, sets, () -> member.train(context, sets));
            requireRatio(trained.fitted());
            fitted.add(trained.fitted());
            refitted.add(trained.refitted());
        }
        TrainingSet validation = sets.single().validation();
        WeightChoice choice = validation == null
                ? WeightChoice.equal(members.size())
                : WeightChoice.of(scores(fitted, validation), validation.label(), draws);
        return new Trained(new MeanRanker(fitted, choice), new MeanRanker(refitted, choice));
    }

    private static Trained known(
            RankerConfig member, TrainingContext context, TrainingSets sets, Supplier<Trained> train) {
        Set<TrainingSetKind> learnsFrom = sets.rows().keySet();
        return context.known().trained(member, learnsFrom, train);
    }

    private static void requireRatio(Ranker member) {
        if (!member.predictsWatchRatio()) {
            throw new InputException("ranker " + MeanRanker.NAME + ": its member " + member.name()
                    + " predicts no watch ratio, so it has no place in a mean of them");
        }
    }

    private static double[][] scores(List<Ranker> rankers, TrainingSet rows) {
        double[][] scores = new double[rankers.size()][rows.size()];
        rows.rows().forEachBlockAtOnce((firstRow, block) -> {
            for (int member = 0; member < scores.length; member++) {
                System.arraycopy(scored(rankers.get(member), block), 0, scores[member], firstRow, block.size());
            }
        });
        return scores;
    }

    private static double[] scored(Ranker ranker, FeatureRows rows) {
        double[] scores = new double[rows.size()];
        ranker.score(rows, scores);
        return scores;
    }

    /** The members learn again; their weights stay. */
    @Override
    public Ranker retrain(Ranker earlier, TrainingContext context, TrainingSets sets) {
        if (!(earlier instanceof MeanRanker mean) || mean.members().size() != members.size()) {
            throw new IllegalArgumentException(
                    "the earlier ranker is not a mean of " + members.size() + " members but " + earlier.name());
        }
        List<Ranker> again = new ArrayList<>();
        for (RankerConfig member : members) {
            Ranker before = mean.members().get(again.size());
            again.add(known(member, context, sets, () -> Trained.once(member.retrain(before, context, sets)))
                    .refitted());
        }
        return new MeanRanker(again, mean.choice());
    }

    @Override
    public Ranker read(ModelReader from) {
        List<Ranker> read = new ArrayList<>();
        for (RankerConfig member : members) {
            read.add(member.read(MeanRanker.member(from, read.size())));
        }
        return MeanRanker.read(this, read, from);
    }
}
