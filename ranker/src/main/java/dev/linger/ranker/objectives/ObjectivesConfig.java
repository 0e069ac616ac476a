package dev.linger.ranker.objectives;

import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import dev.linger.ranker.HeadQuality;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.lightgbm.LightGbmConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows by several objectives at once: {@code sum over heads of weight * value}, the value being the predicted watch ratio, or
 * the chance that the objective is reached. Each head has boosted trees of its own; chances are calibrated on the validation rows,
 * by trees that have not learned from them.
 */
public record ObjectivesConfig(
        @Key("the objectives, at least one, each once") List<HeadConfig> heads,
        @Key(
                        value =
                                "how each head learns; its objective, which is not given, is regression_l1 for the ratio and binary for chances",
                        byDefault = "{\"leaves\": 31, \"learningRate\": 0.1, \"minRowsInLeaf\": 200,"
                                + " \"featureFraction\": 0.3, \"l2\": 10.0}",
                        because = "as the chance of relevance in the packaged blend")
                LightGbmConfig trees)
        implements RankerConfig {
    private static final String OF_RATIO = "regression_l1";
    private static final String OF_CHANCE = "binary";

    /** Between 0 and 1, the labels of a chance. */
    private static final double HALF = 0.5;

    public ObjectivesConfig {
        heads = List.copyOf(heads);
        if (heads.isEmpty() || heads.stream().map(HeadConfig::name).distinct().count() < heads.size()) {
            throw new IllegalArgumentException("heads must be at least one, and differ in their objective, but are "
                    + heads.stream().map(HeadConfig::name).toList());
        }
        if (!trees.objective().equals(OF_RATIO)) {
            throw new IllegalArgumentException(
                    "trees.objective is that of each head; leave it out, but it was " + trees.objective());
        }
    }

    /** How a head learns. */
    private LightGbmConfig model(HeadConfig head) {
        return trees.withObjective(head.isChance() ? OF_CHANCE : OF_RATIO, HALF);
    }

    @Override
    public String kind() {
        return ObjectivesRanker.NAME;
    }

    @Override
    public void requireTrainable() {
        trees.requireTrainable();
    }

    @Override
    public Optional<String> nothingToLearnFrom(TrainingSets.Rows rows) {
        return rows.oneRatio();
    }

    @Override
    public Trained train(TrainingContext context, TrainingSets sets) {
        List<ObjectivesRanker.Head> fitted = new ArrayList<>();
        List<ObjectivesRanker.Head> refitted = new ArrayList<>();
        for (HeadConfig head : heads) {
            TrainingSets ofHead = of(sets, head);
            Trained trained = model(head).train(context, ofHead);
            ObjectivesRanker.Head first =
                    calibrated(head, trained.fitted(), ofHead.single().validation());
            fitted.add(first);
            refitted.add(first.with(trained.refitted()));
        }
        return new Trained(new ObjectivesRanker(fitted), new ObjectivesRanker(refitted));
    }

    /** The same rows with the labels of a head. */
    private static TrainingSets of(TrainingSets sets, HeadConfig head) {
        TrainingSets.Rows rows = sets.single();
        TrainingSet labeled = rows.all().withLabels(head.labels(rows.all()));
        return new TrainingSets(
                Map.of(sets.rows().keySet().iterator().next(), new TrainingSets.Rows(labeled, rows.fitRows())));
    }

    /** A chance is calibrated on the validation rows, where there are any. */
    private static ObjectivesRanker.Head calibrated(HeadConfig head, Ranker trees, @Nullable TrainingSet validation) {
        if (validation == null || !head.isChance()) {
            return new ObjectivesRanker.Head(head, trees, Platt.NONE, Optional.empty());
        }
        double[] logOdds = new double[validation.size()];
        validation.rows().forEachBlockAtOnce((firstRow, block) -> {
            double[] some = new double[block.size()];
            trees.score(block, some);
            System.arraycopy(some, 0, logOdds, firstRow, some.length);
        });
        float[] labels = validation.label();
        Platt platt = Platt.fit(logOdds, labels);
        HeadQuality quality = platt.quality(head.name(), logOdds, labels);
        return new ObjectivesRanker.Head(head, trees, platt, Optional.of(quality));
    }

    /** The heads learn again; how their chances are calibrated stays. */
    @Override
    public Ranker retrain(Ranker earlier, TrainingContext context, TrainingSets sets) {
        if (!(earlier instanceof ObjectivesRanker before) || before.heads().size() != heads.size()) {
            throw new IllegalArgumentException(
                    "the earlier ranker is not one of " + heads.size() + " objectives but " + earlier.name());
        }
        List<ObjectivesRanker.Head> again = new ArrayList<>();
        for (ObjectivesRanker.Head head : before.heads()) {
            again.add(head.with(model(head.config()).retrain(head.trees(), context, of(sets, head.config()))));
        }
        return new ObjectivesRanker(again);
    }

    @Override
    public Ranker read(ModelReader from) {
        List<Ranker> trees = new ArrayList<>();
        for (HeadConfig head : heads) {
            trees.add(model(head).read(ObjectivesRanker.head(from, head)));
        }
        return ObjectivesRanker.read(this, trees, from);
    }
}
