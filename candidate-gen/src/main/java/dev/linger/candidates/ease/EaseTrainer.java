package dev.linger.candidates.ease;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionBlock_DDRM;

/**
 * Fits the weights between items to a log by the closed form of the package's doc. The result is the same for any number
 * of threads.
 *
 * <p>For m items and n_u liked items of user u: O(sum of n_u^2 + m^3), of which the decomposition, a third of the m^3, runs
 * on one thread. 12 m^2 bytes.
 */
public final class EaseTrainer {
    private static final int ITEMS_PER_BLOCK = 32;
    private static final int CHOLESKY_BLOCK_WIDTH = 60;

    private EaseTrainer() {}

    /**
     * Fits the scorer named "ease".
     *
     * @param training the log before the cut
     * @param userCount number of users, with or without plays
     * @param itemCount number of items, with or without plays
     * @throws InputException if the regularization is too small for the matrix to be inverted
     */
    public static Ease train(
            InteractionLog training,
            int userCount,
            int itemCount,
            EaseConfig config,
            Workers workers,
            Progress progress) {
        LikedItems liked = LikedItems.of(training, userCount, itemCount, config);
        DMatrixRMaj matrix = regularizedGram(liked, config.regularization(), workers);
        CholeskyDecompositionBlock_DDRM cholesky = new CholeskyDecompositionBlock_DDRM(CHOLESKY_BLOCK_WIDTH);
        try (Progress.Task task = progress.start("fit EASE", "items", liked.size())) {
            if (liked.size() > 0 && !cholesky.decompose(matrix)) {
                throw noInverse(liked, config);
            }
            // The factor is in the lower triangle of the matrix that was given, so no copy is made.
            float[] inverse = CholeskyInverse.of(matrix.data, liked.size(), workers, task);
            float[] weights = toWeights(inverse, liked, config, workers);
            return new Ease(itemCount, liked.items(), liked.byUser(), weights);
        }
    }

    /** X'X + regularization I: cell (i, j) counts the users who liked both. */
    private static DMatrixRMaj regularizedGram(LikedItems liked, double regularization, Workers workers) {
        int size = liked.size();
        DMatrixRMaj gram = new DMatrixRMaj(size, size);
        double[] cells = gram.data;
        workers.forBlocks(size, ITEMS_PER_BLOCK, (from, to) -> {
            for (int place = from; place < to; place++) {
                int row = place * size;
                for (int user : liked.usersOf(place)) {
                    for (int other : liked.ofUser(user)) {
                        cells[row + other]++;
                    }
                }
                cells[row + place] += regularization;
            }
        });
        return gram;
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
