package dev.linger.neural.retrieval;

import dev.linger.candidates.als.Weighting;
import dev.linger.data.source.DataSize;

/**
 * What the configurations of networks that compare vectors have in common.
 *
 * @param factorCount length of the vectors that are compared
 * @param hiddenUnits units of the hidden layer of a tower
 * @param idWidth length of a video's own learned vector
 * @param dropout share of hidden units that are left out in training
 * @param temperature what cosines are divided by
 * @param likedThreshold a play with a larger watch ratio is liked
 * @param weighting how often a liked play is drawn by how much was watched
 * @param halfLifeDays age at which a play is drawn half as often
 * @param epochs times that liked plays are gone through
 * @param batchSize liked plays of a step
 * @param learningRate step of Adam
 * @param members how many networks are trained
 * @param deviation whether the deviation of the members is a signal
 */
public record VectorConfig(
        int factorCount,
        int hiddenUnits,
        int idWidth,
        double dropout,
        double temperature,
        double likedThreshold,
        Weighting weighting,
        double halfLifeDays,
        int epochs,
        int batchSize,
        double learningRate,
        int members,
        boolean deviation) {
    /** Histories, how the video of each play was watched before it, and where it is among the liked ones. */
    private static final double BYTES_A_PLAY = 48;

    public VectorConfig {
        check(factorCount >= 1 && factorCount <= 1024, "factorCount must be 1 to 1024", factorCount);
        check(hiddenUnits >= 1 && hiddenUnits <= 4096, "hiddenUnits must be 1 to 4096", hiddenUnits);
        check(idWidth >= 1 && idWidth <= 1024, "idWidth must be 1 to 1024", idWidth);
        check(dropout >= 0 && dropout < 1, "dropout must be in [0, 1)", dropout);
        check(isPositive(temperature), "temperature must be > 0 and finite", temperature);
        check(likedThreshold >= 0, "likedThreshold must be >= 0", likedThreshold);
        check(halfLifeDays > 0, "halfLifeDays must be > 0", halfLifeDays);
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

    /** The length of the vectors of all members, one after another. */
    int width() {
        return factorCount * members;
    }

    /** How many members a share of the effort is. */
    public int membersOf(double share) {
        return Math.min(members, Math.max(1, (int) Math.ceil(share * members)));
    }

    /**
     * The heap for what is learned from, for vectors of users and videos, and for tables of vectors of videos' own: those of all
     * members, and of one the means of Adam.
     */
    public double heapBytes(DataSize size, int tables) {
        double vectors = (double) (size.users() + size.videos()) * width();
        double learned = (double) tables * size.videos() * idWidth * (members + 2);
        return BYTES_A_PLAY * size.plays() + Float.BYTES * (vectors + learned);
    }

    /**
     * Seconds of one thread for all members.
     *
     * @param micros of one thread that an epoch takes for each play of a log, a third of which are liked
     */
    public double fitSeconds(DataSize size, double micros) {
        return 1e-6 * micros * epochs * members * size.plays();
    }
}
