package dev.linger.neural.retrieval;

import dev.linger.data.Seed;
import dev.linger.data.Workers;
import java.util.List;
import java.util.SplittableRandom;

/** The side of users while a network is trained: gives vectors to the users of a batch, and learns from what is wrong with them. */
public interface UserSide {
    /**
     * Cuts the plays of an epoch into batches.
     *
     * @param drawn positions of liked plays, ascending
     * @param size of a batch at most
     */
    List<int[]> batches(int[] drawn, int size, SplittableRandom random);

    /**
     * Writes the vector of the user just before each play of a batch, one row each.
     *
     * @param seed of what is drawn in this step
     */
    void forward(int[] batch, float[] vectors, Seed seed, Workers workers);

    /** Adds up the gradients, given those by the vectors. */
    void backward(int[] batch, float[] vectors, float[] gradient, Workers workers);
}
