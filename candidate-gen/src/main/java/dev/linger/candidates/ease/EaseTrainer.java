package dev.linger.candidates.ease;

import dev.linger.candidates.PairPlays;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import java.util.Arrays;

/**
 * Fits the weights between items to a log by the closed form of the package's doc. The result is the same for any number
 * of threads.
 *
 * <p>For m items and n_u liked items of user u: O(sum of n_u^2 + m^3). 12 m^2 bytes.
 */
public final class EaseTrainer {
    private static final int ITEMS_PER_BLOCK = 32;

    private EaseTrainer() {}

    /**
     * Fits the scorer named "ease".
     *
     * @param training the log before the cut, by pair
     * @param withheld pairs that nothing is known of; it has a row for every user and every item, with or without plays
     * @throws InputException if the regularization is too small for the matrix to be inverted
     */
    public static Ease train(
            PairPlays training, WithheldPairs withheld, EaseConfig config, Workers workers, Progress progress) {
        int itemCount = withheld.byItem().rowCount();
        LikedItems liked = LikedItems.of(training, itemCount, config, workers);
        WithheldColumns columns = new WithheldColumns(liked, withheld.byItem());
        int[] block = columns.block();
        int inverses = block.length == 0 ? 1 : 2;
        try (Progress.Task task = progress.start("fit EASE", "columns", (long) inverses * liked.size())) {
            float[] inverse = inverse(liked, new int[0], config, workers, task);
            float[] weights = inverses == 1
                    ? toWeights(inverse, liked, config, workers)
                    : weights(columns, inverse, inverse(liked, block, config, workers, task), liked, config, workers);
            return new Ease(itemCount, liked.items(), liked.byUser(), weights, config);
        }
    }

    /** P of the users that are not left out, row-major m x m. */
    private static float[] inverse(
            LikedItems liked, int[] leftOut, EaseConfig config, Workers workers, Progress.Task task) {
        double[] gram = regularizedGram(liked, leftOut, config.regularization(), workers);
        if (!BlockCholesky.decompose(gram, liked.size(), workers)) {
            throw noInverse(liked, config);
        }
        return CholeskyInverse.of(gram, liked.size(), workers, task);
    }

    /** X'X + regularization I: cell (i, j) counts the users who liked both, of those not left out. */
    private static double[] regularizedGram(LikedItems liked, int[] leftOut, double regularization, Workers workers) {
        int size = liked.size();
        double[] gram = new double[Math.multiplyExact(size, size)];
        workers.forBlocks(size, ITEMS_PER_BLOCK, (from, to) -> {
            for (int place = from; place < to; place++) {
                int row = place * size;
                for (int user : liked.usersOf(place)) {
                    if (Arrays.binarySearch(leftOut, user) < 0) {
                        for (int other : liked.ofUser(user)) {
                            gram[row + other]++;
                        }
                    }
                }
                gram[row + place] += regularization;
            }
        });
        return gram;
    }

    /** B, its columns one by one. */
    private static float[] weights(
            WithheldColumns columns,
            float[] all,
            float[] outsideBlock,
            LikedItems liked,
            EaseConfig config,
            Workers workers) {
        int size = liked.size();
        float[] weights = new float[all.length];
        workers.forBlocks(size, ITEMS_PER_BLOCK, (from, to) -> {
            for (int place = from; place < to; place++) {
                double[] column = columns.column(place, all, outsideBlock);
                if (!(column[place] > 0 && column[place] < Double.POSITIVE_INFINITY)) {
                    throw noInverse(liked, config);
                }
                for (int other = 0; other < size; other++) {
                    weights[other * size + place] = place == other ? 0 : (float) (-column[other] / column[place]);
                }
            }
        });
        return weights;
    }

    /** B_ij = -P_ij / P_jj, 0 on the diagonal; in place of P. */
    private static float[] toWeights(float[] inverse, LikedItems liked, EaseConfig config, Workers workers) {
        int size = liked.size();
        float[] diagonal = new float[size];
        for (int place = 0; place < size; place++) {
            diagonal[place] = inverse[place * (size + 1)];
            if (!(diagonal[place] > 0 && diagonal[place] < Float.POSITIVE_INFINITY)) {
                throw noInverse(liked, config);
            }
        }
        workers.forBlocks(size, ITEMS_PER_BLOCK, (from, to) -> {
            for (int place = from; place < to; place++) {
                int row = place * size;
                for (int other = 0; other < size; other++) {
                    inverse[row + other] = place == other ? 0 : -inverse[row + other] / diagonal[other];
                }
            }
        });
        return inverse;
    }

    private static InputException noInverse(LikedItems liked, EaseConfig config) {
        return new InputException("the matrix of EASE (" + liked.size()
                + " items) cannot be inverted: raise regularization, which is " + config.regularization());
    }
}
