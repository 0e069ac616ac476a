package dev.linger.neural.regression;

import java.util.List;
import java.util.function.IntToDoubleFunction;

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

    @Override
    public int heads() {
        return losses.size();
    }

    @Override
    public double learn(int row, int at, float[] output, float[] gradient, int batch) {
        int first = at * heads();
        for (int head = 0; head < heads(); head++) {
            float target = targets.get(head)[row];
            float slope = losses.get(head).slope(output[first + head], target);
            gradient[first + head] = (float) (weights.get(head) * slope / batch);
        }
        return metric(row, head -> output[first + head]);
    }

    /** {@inheritDoc} The loss. */
    @Override
    public double metric(int row, IntToDoubleFunction output) {
        double sum = 0;
        for (int head = 0; head < heads(); head++) {
            float value = (float) output.applyAsDouble(head);
            sum += weights.get(head) * losses.get(head).of(value, targets.get(head)[row]);
        }
        return sum;
    }

    @Override
    public String metricName() {
        return "loss";
    }
}
