package dev.linger.neural.regression;

/** What a network is trained to make small, row by row. */
interface RowLoss {
    /**
     * Writes the derivatives of a batch's mean loss by the outputs of one of its rows.
     *
     * @param row its number among all rows
     * @param at its number among the outputs
     * @param batch how many rows the batch has
     * @return what is told of the row in the table of epochs
     */
    double learn(int row, int at, float[] output, float[] gradient, int batch);

    /** That of a network of one output. */
    static RowLoss of(NeuralConfig config, Target target, float[] labels) {
        float[] targets = config.targets(target, labels);
        return (row, at, output, gradient, batch) -> {
            gradient[at] = config.loss().slope(output[at], targets[row]) / batch;
            return config.loss().metric(config.prediction(target, output[at]), labels[row]);
        };
    }
}
