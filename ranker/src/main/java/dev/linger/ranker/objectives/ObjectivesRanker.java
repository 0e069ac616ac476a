package dev.linger.ranker.objectives;

import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.HeadQuality;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Scores rows by {@code sum over heads of weight * value}. */
public final class ObjectivesRanker implements Ranker {
    static final String NAME = "objectives";
    private static final String FILE = "objectives.columns";

    private final List<Head> heads;

    /**
     * A trained head.
     *
     * @param platt what makes a chance of the log-odds of the trees
     * @param quality how good it was on validation rows; empty of a ratio, and of a ranker that was read
     */
    record Head(HeadConfig config, Ranker trees, Platt platt, Optional<HeadQuality> quality) {
        Head with(Ranker others) {
            return new Head(config, others, platt, quality);
        }

        private double value(double score) {
            return config.isChance() ? platt.chance(score) : score;
        }
    }

    ObjectivesRanker(List<Head> heads) {
        this.heads = List.copyOf(heads);
    }

    List<Head> heads() {
        return heads;
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
    public List<HeadQuality> headQualities() {
        return heads.stream().flatMap(head -> head.quality().stream()).toList();
    }

    @Override
    public void score(FeatureRows rows, double[] scores) {
        double[] own = new double[rows.size()];
        Arrays.fill(scores, 0, rows.size(), 0);
        for (Head head : heads) {
            head.trees().score(rows, own);
            for (int row = 0; row < own.length; row++) {
                scores[row] += head.config().weight() * head.value(own[row]);
            }
        }
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        for (Head head : heads) {
            head.trees().write(to.part(head.config().name()));
        }
        to.columns(FILE, out -> {
            out.text(NAME);
            for (Head head : heads) {
                head.platt().write(out);
            }
        });
    }

    /** Where the trees of a head are read from. */
    static ModelReader head(ModelReader from, HeadConfig head) {
        return from.part(head.name());
    }

    static ObjectivesRanker read(ObjectivesConfig config, List<Ranker> trees, ModelReader from) {
        return from.columns(FILE, in -> {
            config.requireKind(in);
            List<Head> heads = new ArrayList<>();
            for (Ranker of : trees) {
                heads.add(new Head(config.heads().get(heads.size()), of, Platt.read(in), Optional.empty()));
            }
            return new ObjectivesRanker(heads);
        });
    }
}
