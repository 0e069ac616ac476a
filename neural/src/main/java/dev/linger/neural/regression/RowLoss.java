package dev.linger.neural.regression;

import java.util.function.IntToDoubleFunction;

/** What networks are trained to make small, row by row. */
interface RowLoss {
    /** How many outputs a row has. */
    int heads();

    /**
     * Writes the derivatives of a batch's mean loss by the outputs of one of its rows.
     *
     * @param row its number among all rows
     * @param at its number among the outputs
     * @param batch how many rows the batch has
     * @return the metric of the row
     */
    double learn(int row, int at, float[] output, float[] gradient, int batch);

    /**
     * What the table of epochs tells the mean of; the epoch is kept in which it is least on the validation rows.
     *
     * @param output that of each head
     */
    double metric(int row, IntToDoubleFunction output);

    /** What the table of epochs calls the metric. */
    String metricName();
}
