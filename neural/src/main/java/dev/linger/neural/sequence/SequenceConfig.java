package dev.linger.neural.sequence;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.als.Weighting;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import dev.linger.data.source.DataSize;
import dev.linger.data.store.ModelReader;
import dev.linger.neural.retrieval.VectorConfig;
import dev.linger.neural.retrieval.VectorScorer;

/** Videos near the user, whose vector attention makes of the order of their plays. */
public record SequenceConfig(
        @Key(
                        value = "length of the vectors that are compared, 1 to 1024",
                        byDefault = "32",
                        because = "longer ones order no better, and members make them longer again")
                int factorCount,
        @Key(value = "units of the hidden layer of the tower of videos, 1 to 4096", byDefault = "128") int hiddenUnits,
        @Key(
                        value =
                                "numbers of a token, which is a play, and length of the learned vector of a video, a multiple "
                                        + "of heads, 1 to 1024",
                        byDefault = "64")
                int idWidth,
        @Key(value = "blocks of attention, 1 to 16", byDefault = "1", because = "SASRec has 2, for longer histories")
                int blocks,
        @Key(value = "heads of each block, 1 to 64", byDefault = "2") int heads,
        @Key(
                        value = "share of what each block adds that is left out at random in training, in [0, 1)",
                        byDefault = "0.1",
                        because = "against overfitting; published with .2 on dense logs")
                double dropout,
        @Key(
                        value = "cosines are divided by it, > 0",
                        byDefault = "0.1",
                        because = "a cosine is 1 at most, and the softmax has to tell thousands of videos apart")
                double temperature,
        @Key(
                        value = "a play with a larger watch ratio is liked, and predicted, >= 0",
                        byDefault = "1.0",
                        because = "what is asked for later")
                double likedThreshold,
        @Key(
                        value =
                                "how much more often a liked play is drawn by how much was watched: in proportion to p c",
                        byDefault = "{\"type\": \"watch-ratio\", \"alpha\": 0.0}",
                        because = "all liked plays alike: nothing that was tried on KuaiRand-Pure is better")
                Weighting weighting,
        @Key(
                        value = "age of a play before the cut, in days, at which it is drawn half as often, > 0",
                        byDefault = "7.0",
                        because = "what is popular changes within days, taste does not")
                double halfLifeDays,
        @Key(
                        value = "how many of a user's last plays are seen, 1 to 1000",
                        byDefault = "31",
                        because = "with the profile 32 tokens, which vector instructions divide")
                int historyLength,
        @Key(
                        value = "times each liked play is learned from, times its weight, 1 to 1000",
                        byDefault = "5",
                        because = "more begin to learn plays by heart")
                int epochs,
        @Key(
                        value =
                                "liked plays of a step of training, each of which is a wrong answer for the others, 64 to 8192",
                        byDefault = "256")
                int batchSize,
        @Key(value = "step of Adam, > 0", byDefault = "0.002") double learningRate,
        @Key(
                        value =
                                "how many networks are trained, from other start values, whose scores are added up, 1 to 64",
                        byDefault = "4",
                        because = "what each learned by heart evens out")
                int members,
        @Key(
                        value =
                                "whether the ranker is told how far the members are apart: the standard deviation of their cosines",
                        byDefault = "false",
                        because = "one more column in every row")
                boolean deviation)
        implements SourceConfig {
    private static final String NAME = "sequence";

    /** Of one thread and epoch, with vector instructions; measured on logs of 219,000 and 300,000 plays. */
    private static final double MICROS_A_PLAY = 2.2;

    public SequenceConfig {
        check(blocks >= 1 && blocks <= 16, "blocks must be 1 to 16", blocks);
        check(heads >= 1 && heads <= 64, "heads must be 1 to 64", heads);
        check(idWidth % heads == 0, "idWidth must be a multiple of heads, " + heads + ",", idWidth);
        check(historyLength >= 1 && historyLength <= 1000, "historyLength must be 1 to 1000", historyLength);
        new VectorConfig(
                factorCount,
                hiddenUnits,
                idWidth,
                dropout,
                temperature,
                likedThreshold,
                weighting,
                halfLifeDays,
                epochs,
                batchSize,
                learningRate,
                members,
                deviation);
    }

    private static void check(boolean holds, String rule, int value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }

    /** What it has in common with others. */
    VectorConfig vectors() {
        return new VectorConfig(
                factorCount,
                hiddenUnits,
                idWidth,
                dropout,
                temperature,
                likedThreshold,
                weighting,
                halfLifeDays,
                epochs,
                batchSize,
                learningRate,
                members,
                deviation);
    }

    @Override
    public VectorScorer fit(FitContext context) {
        return VectorScorer.fit(NAME, vectors(), this, () -> new SequenceModel(this, context.tables()), context);
    }

    @Override
    public VectorScorer read(ModelReader from, SideTables tables) {
        return VectorScorer.read(NAME, vectors(), () -> new SequenceModel(this, tables), from, tables);
    }

    @Override
    public double heapBytes(DataSize size, int threads) {
        return vectors().heapBytes(size, 1);
    }

    @Override
    public double fitSeconds(DataSize size) {
        return vectors().fitSeconds(size, MICROS_A_PLAY);
    }

    @Override
    public boolean comparesItems() {
        return true;
    }

    @Override
    public boolean hasEmbeddings() {
        return true;
    }

    /** A share of the members. */
    @Override
    public SourceConfig withEffort(double share) {
        return new SequenceConfig(
                factorCount,
                hiddenUnits,
                idWidth,
                blocks,
                heads,
                dropout,
                temperature,
                likedThreshold,
                weighting,
                halfLifeDays,
                historyLength,
                epochs,
                batchSize,
                learningRate,
                vectors().membersOf(share),
                deviation);
    }
}
