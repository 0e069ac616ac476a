package dev.linger.neural.regression;

import java.util.List;

/**
 * The loss of a network with a head for each of several labels: {@code sum over heads of weight * loss(output, target)}.
 *
 * @param losses one a head
 * @param weights one a head
 * @param targets of each head, those of all rows
 */
record TaskLosses(List<Loss> losses, List<Double> weights, List<float[]> targets) implements RowLoss {
    TaskLosses {
        losses = List.copyOf(losses);
        weights = List.copyOf(weights);
        targets = List.copyOf(targets);
    }

    int heads() {
        return losses.size();
    }

    @Override
    public double learn(int row, int at, float[] output, float[] gradient, int batch) {
        double sum = 0;
        for (int head = 0; head < heads(); head++) {
            int place = at * heads() + head;
            float target = targets.get(head)[row];
            gradient[place] = (float) (weights.get(head) * losses.get(head).slope(output[place], target) / batch);
            sum += of(head, output[place], row);
        }
        return sum;
    }

    /** The weighted loss of one head. */
    double of(int head, float output, int row) {
        return weights.get(head) * losses.get(head).of(output, targets.get(head)[row]);
    }
}
