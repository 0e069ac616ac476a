package dev.linger.neural.tower;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;

/** Videos near the user: two networks learn vectors of users and of videos, from what both are and did. */
public record TwoTowerConfig(
        @Key(
                        value = "length of the vectors that are compared, 1 to 1024",
                        byDefault = "32",
                        because = "longer ones order no better, and members make them longer again")
                int factorCount,
        @Key(
                        value = "units of the hidden layer of each tower, 1 to 4096",
                        byDefault = "128",
                        because = "a second hidden layer learns little but how popular videos are")
                int hiddenUnits,
        @Key(
                        value = "length of the learned vector of a video in the inputs of both towers, 1 to 1024",
                        byDefault = "64")
                int idWidth,
        @Key(
                        value =
                                "share of the hidden units that are left out at random in each step of training, in [0, 1)",
                        byDefault = "0.1",
                        because = "against overfitting; published with .3, where networks have more to learn from")
                double dropout,
        @Key(
                        value = "cosines are divided by it, > 0",
                        byDefault = "0.1",
                        because = "a cosine is 1 at most, and the softmax has to tell thousands of videos apart")
                double temperature,
        @Key(
                        value = "a play with a larger watch ratio is liked, and learned from, >= 0",
                        byDefault = "1.0",
                        because = "what is asked for later")
                double likedThreshold,
        @Key(
                        value = "age of a play before the cut, in days, at which it is drawn half as often, > 0",
                        byDefault = "7.0",
                        because = "what is popular changes within days, taste does not")
                double halfLifeDays,
        @Key(value = "how many of a user's last plays their tower sees, 1 to 10000", byDefault = "20")
                int historyLength,
        @Key(
                        value = "times each liked play is learned from, times its weight, 1 to 1000",
                        byDefault = "4",
                        because = "more begin to learn plays by heart")
                int epochs,
        @Key(
                        value =
                                "liked plays of a step of training, each of which is a wrong answer for the others, 64 to 8192",
                        byDefault = "512")
                int batchSize,
        @Key(value = "step of Adam, > 0", byDefault = "0.003", because = "a third takes three times the epochs")
                double learningRate,
        @Key(
                        value =
                                "how many networks are trained, from other start values, whose scores are added up, 1 to 64",
                        byDefault = "4",
                        because = "what each learned by heart evens out: worth more than any other key")
                int members)
        implements SourceConfig {
    public TwoTowerConfig {
        check(factorCount >= 1 && factorCount <= 1024, "factorCount must be 1 to 1024", factorCount);
        check(hiddenUnits >= 1 && hiddenUnits <= 4096, "hiddenUnits must be 1 to 4096", hiddenUnits);
        check(idWidth >= 1 && idWidth <= 1024, "idWidth must be 1 to 1024", idWidth);
        check(dropout >= 0 && dropout < 1, "dropout must be in [0, 1)", dropout);
        check(isPositive(temperature), "temperature must be > 0 and finite", temperature);
        check(likedThreshold >= 0, "likedThreshold must be >= 0", likedThreshold);
        check(halfLifeDays > 0, "halfLifeDays must be > 0", halfLifeDays);
        check(historyLength >= 1 && historyLength <= 10_000, "historyLength must be 1 to 10000", historyLength);
        check(epochs >= 1 && epochs <= 1000, "epochs must be 1 to 1000", epochs);
        check(batchSize >= 64 && batchSize <= 8192, "batchSize must be 64 to 8192", batchSize);
        check(isPositive(learningRate), "learningRate must be > 0 and finite", learningRate);
        check(members >= 1 && members <= 64, "members must be 1 to 64", members);
    }

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static void check(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }

    @Override
    public TwoTower fit(FitContext context) {
        return TwoTower.fit(this, context);
    }

    @Override
    public TwoTower read(ModelReader from, SideTables tables) {
        return TwoTower.read(this, from, tables);
    }

    /** Vectors of users and videos, and the learned vectors of the videos: of all members, and of one the means of Adam. */
    @Override
    public double heapBytes(long users, long items, int threads) {
        double vectors = (double) (users + items) * factorCount * members;
        double learned = 2.0 * items * idWidth * (members + 2);
        return Float.BYTES * (vectors + learned);
    }

    /** A share of the members. */
    @Override
    public SourceConfig withEffort(double share) {
        return new TwoTowerConfig(
                factorCount,
                hiddenUnits,
                idWidth,
                dropout,
                temperature,
                likedThreshold,
                halfLifeDays,
                historyLength,
                epochs,
                batchSize,
                learningRate,
                Math.min(members, Math.max(1, (int) Math.ceil(share * members))));
    }
}
