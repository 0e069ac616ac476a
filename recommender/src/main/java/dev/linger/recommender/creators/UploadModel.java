package dev.linger.recommender.creators;

import dev.linger.candidates.StrictColumns;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;

/**
 * The chance that a creator uploads: {@code 1 / (1 + exp(-(intercept + sum over columns of weight * x)))}.
 *
 * @param intercept log-odds where all columns are 0
 * @param weights of the columns of {@link CreatorCounts}
 */
public record UploadModel(double intercept, double[] weights) {
    public UploadModel {
        if (weights.length != CreatorCounts.columns().size()) {
            throw new IllegalArgumentException(
                    "there must be " + CreatorCounts.columns().size() + " weights but there are " + weights.length);
        }
    }

    /** The chance, by a row of {@link CreatorCounts}. */
    public double chance(double[] row) {
        double logOdds = intercept;
        for (int column = 0; column < weights.length; column++) {
            logOdds += weights[column] * row[column];
        }
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** By how much the chance of each creator rises with one more play to the end; NaN of those who have not uploaded before. */
    double[] uplifts(CreatorCounts before) {
        double[] uplifts = new double[before.creators()];
        double[] row = new double[weights.length];
        for (int creator = 0; creator < uplifts.length; creator++) {
            if (!before.isKnown(creator)) {
                uplifts[creator] = Double.NaN;
                continue;
            }
            before.fill(creator, 1, row);
            double with = chance(row);
            before.fill(creator, 0, row);
            uplifts[creator] = with - chance(row);
        }
        return uplifts;
    }

    void write(ColumnWriter out) throws IOException {
        out.number(intercept);
        out.doubles(weights);
    }

    static UploadModel read(ColumnReader in) throws IOException {
        double intercept = in.real();
        return new UploadModel(
                intercept,
                StrictColumns.finiteDoubles(in, CreatorCounts.columns().size()));
    }
}
