package dev.linger.neural.regression;

import java.util.function.IntToDoubleFunction;

/** The loss of a network of one output. */
record SingleLoss(NeuralConfig config, Target target, float[] labels, float[] targets) implements RowLoss {
    SingleLoss(NeuralConfig config, Target target, float[] labels) {
        this(config, target, labels, config.targets(target, labels));
    }

    @Override
    public int heads() {
        return 1;
    }

    @Override
    public double learn(int row, int at, float[] output, float[] gradient, int batch) {
        gradient[at] = config.loss().slope(output[at], targets[row]) / batch;
        return metric(row, head -> output[at]);
    }

    @Override
    public double metric(int row, IntToDoubleFunction output) {
        return config.loss().metric(config.prediction(target, output.applyAsDouble(0)), labels[row]);
    }

    @Override
    public String metricName() {
        return config.loss().metric();
    }
}
