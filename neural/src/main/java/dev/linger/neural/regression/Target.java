package dev.linger.neural.regression;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;

/**
 * The targets of a network: {@code (form(ratio) - mean) / scale}, and back. A prediction below the lowest ratio of the training
 * is the lowest, one above the highest the highest.
 *
 * @param quantiles of the ratios, the first the lowest and the last the highest
 * @param scale above 0
 */
record Target(TargetScale form, Quantiles quantiles, double mean, double scale) {
    private static final int PARTS = 1000;

    Target {
        if (quantiles.knots().length == 0 || !Double.isFinite(mean) || !(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("targets have the mean " + mean + " and the scale " + scale + " with "
                    + quantiles.knots().length + " quantiles");
        }
    }

    /** That of ratios, which are not all the same, with the mean and the standard deviation of the targets in them. */
    static Target of(TargetScale form, float[] ratios) {
        Target plain = new Target(form, Quantiles.of(ratios, PARTS), 0, 1);
        double mean = 0;
        for (float ratio : ratios) {
            mean += plain.form(ratio) / ratios.length;
        }
        double squares = 0;
        for (float ratio : ratios) {
            double distance = plain.form(ratio) - mean;
            squares += distance * distance / ratios.length;
        }
        return new Target(form, plain.quantiles, mean, squares > 0 ? Math.sqrt(squares) : 1);
    }

    /** The targets of ratios. */
    float[] of(float[] ratios) {
        float[] targets = new float[ratios.length];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = (float) ((form(ratios[row]) - mean) / scale);
        }
        return targets;
    }

    private double form(float ratio) {
        return switch (form) {
            case RATIO -> ratio;
            case LOG -> StrictMath.log1p(Math.max(0, ratio));
            case QUANTILE -> quantiles.place(ratio);
        };
    }

    /** The ratio of a target; NaN of NaN. */
    double ratio(double target) {
        double value = target * scale + mean;
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        double ratio =
                switch (form) {
                    case RATIO -> value;
                    case LOG -> StrictMath.expm1(value);
                    case QUANTILE -> quantiles.number(value);
                };
        return Math.max(quantiles.knots()[0], Math.min(quantiles.knots()[quantiles.steps()], ratio));
    }

    void writeTo(ColumnWriter out) throws IOException {
        out.text(form.name());
        out.floats(quantiles.knots());
        out.number(mean);
        out.number(scale);
    }

    static Target readFrom(ColumnReader in) throws IOException {
        return new Target(TargetScale.valueOf(in.text()), new Quantiles(in.floats()), in.real(), in.real());
    }
}
