package dev.linger.neural.net;

import dev.linger.data.Workers;
import java.util.Arrays;

/**
 * Sampled softmax over the items of a batch, with the logQ correction (Yi et al., RecSys 2019, equations 4 to 6): for the
 * unit vectors u_i of users and v_j of items of B examples
 *
 * <pre>
 * s_ij = u_i . v_j / temperature - log q_j,  q_j = how often the item of example j is drawn
 * loss = -1/B sum over i of log(exp s_ii / sum over j of exp s_ij)
 * </pre>
 *
 * <p>where an example j of the same item as i, but for i itself, does not count among the others of i.
 */
public final class InBatchSoftmax {
    private static final int ROWS = 64;

    private final MatrixKernels kernels;
    private final int batch;
    private final int width;
    private final float temperature;
    private final float[] users;
    private final float[] items;
    private final float[] itemsAcross;
    private final float[] logits;
    private final float[] userGradient;
    private final float[] itemGradient;

    /** Room for batches of up to so many examples with vectors of a width. */
    public InBatchSoftmax(MatrixKernels kernels, int batch, int width, double temperature) {
        this.kernels = kernels;
        this.batch = batch;
        this.width = width;
        this.temperature = (float) temperature;
        this.users = new float[batch * width];
        this.items = new float[batch * width];
        this.itemsAcross = new float[batch * width];
        this.logits = new float[batch * batch];
        this.userGradient = new float[batch * width];
        this.itemGradient = new float[batch * width];
    }

    /** The vectors of users, a row an example: to be filled. */
    public float[] users() {
        return users;
    }

    /** The vectors of items, a row an example: to be filled. */
    public float[] items() {
        return items;
    }

    /** The loss's gradient by the vectors of users. */
    public float[] userGradient() {
        return userGradient;
    }

    /** The loss's gradient by the vectors of items. */
    public float[] itemGradient() {
        return itemGradient;
    }

    /**
     * Computes the loss and both gradients.
     *
     * @param count number of examples, B
     * @param item the item of each
     * @param logQ log of how often the item of each is drawn
     * @return the loss
     */
    public double loss(int count, int[] item, float[] logQ, Workers workers) {
        for (int at = 0; at < count; at++) {
            for (int x = 0; x < width; x++) {
                itemsAcross[x * batch + at] = items[at * width + x];
            }
        }
        double[] losses = new double[Workers.blockCount(count, ROWS)];
        workers.forBlocks(count, ROWS, () -> losses, (into, block, from, to) -> {
            into[block] = rows(from, to, count, item, logQ);
        });
        workers.forBlocks(count, ROWS, (from, to) -> {
            Arrays.fill(itemGradient, from * width, to * width, 0);
            kernels.multiplyAdd(
                    logits,
                    from,
                    1,
                    batch,
                    users,
                    0,
                    width,
                    itemGradient,
                    from * width,
                    width,
                    to - from,
                    count,
                    width);
        });
        return Arrays.stream(losses).sum() / count;
    }

    /** The sum of the losses of some rows; their logits become the gradients by them. */
    private double rows(int from, int to, int count, int[] item, float[] logQ) {
        for (int row = from; row < to; row++) {
            Arrays.fill(logits, row * batch, row * batch + count, 0);
        }
        kernels.multiplyAdd(
                users,
                from * width,
                width,
                1,
                itemsAcross,
                0,
                batch,
                logits,
                from * batch,
                batch,
                to - from,
                width,
                count);
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += softmax(row, count, item, logQ);
        }
        Arrays.fill(userGradient, from * width, to * width, 0);
        kernels.multiplyAdd(
                logits,
                from * batch,
                batch,
                1,
                items,
                0,
                width,
                userGradient,
                from * width,
                width,
                to - from,
                count,
                width);
        return sum;
    }

    private double softmax(int row, int count, int[] item, float[] logQ) {
        int base = row * batch;
        float inverse = 1 / temperature;
        float most = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < count; j++) {
            float s = logits[base + j] * inverse - logQ[j];
            logits[base + j] = s;
            most = Math.max(most, s);
        }
        float own = logits[base + row];
        for (int j = 0; j < count; j++) {
            logits[base + j] -= most;
        }
        FastExp.of(logits, base, count);
        double sum = 0;
        for (int j = 0; j < count; j++) {
            if (item[j] == item[row] && j != row) {
                logits[base + j] = 0;
            }
            sum += logits[base + j];
        }
        float scale = inverse / count;
        float factor = (float) (scale / sum);
        for (int j = 0; j < count; j++) {
            logits[base + j] *= factor;
        }
        logits[base + row] -= scale;
        return Math.log(sum) - (own - most);
    }
}
