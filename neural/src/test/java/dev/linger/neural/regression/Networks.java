package dev.linger.neural.regression;

import java.util.List;

/** Small networks that train fast. */
final class Networks {
    private Networks() {}

    static NeuralConfig small(Loss loss, TargetScale target, int members) {
        return of(loss, target, 0.01, 6, 2, members);
    }

    static NeuralConfig of(Loss loss, TargetScale target, double learningRate, int epochs, int patience, int members) {
        return new NeuralConfig(
                loss, target, 1, List.of(16, 8), 8, 4, 4, 100, 0.1, learningRate, 64, epochs, patience, true, members);
    }
}
