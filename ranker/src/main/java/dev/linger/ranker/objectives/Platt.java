package dev.linger.ranker.objectives;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.ranker.HeadQuality;
import java.io.IOException;

/**
 * A chance of log-odds that are off: {@code P = 1 / (1 + exp(-(slope * logOdds + intercept)))}.
 *
 * @param slope below 1 where the log-odds are too far from their mean
 */
public record Platt(double slope, double intercept) {
    /** Log-odds as they are. */
    public static final Platt NONE = new Platt(1, 0);

    /** Steps that do not gain are halved until they are so small. */
    private static final double SMALL_STEP = 1e-3;

    private static final double SMALL_GAIN = 1e-12;

    /** Keeps the Hessian from vanishing where all log-odds are alike. */
    private static final double RIDGE = 1e-6;

    public Platt {
        if (!Double.isFinite(slope) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException(
                    "slope and intercept must be finite but were " + slope + " and " + intercept);
        }
    }

    public double chance(double logOdds) {
        return 1 / (1 + StrictMath.exp(-(slope * logOdds + intercept)));
    }

    /** Of least log loss, by Newton's method from {@link #NONE}; that itself where all labels are alike. */
    public static Platt fit(double[] logOdds, float[] labels) {
        Platt at = NONE;
        if (isOneKind(labels)) {
            return at;
        }
        double loss = at.logLoss(logOdds, labels);
        double share = 1;
        while (share > SMALL_STEP) {
            Platt next = at.step(logOdds, labels, share);
            double nextLoss = next.logLoss(logOdds, labels);
            if (nextLoss < loss - SMALL_GAIN) {
                at = next;
                loss = nextLoss;
                share = 1;
            } else {
                share /= 2;
            }
        }
        return at;
    }

    private static boolean isOneKind(float[] labels) {
        for (float label : labels) {
            if (label != labels[0]) {
                return false;
            }
        }
        return true;
    }

    /** @param share how much of Newton's step is taken */
    private Platt step(double[] logOdds, float[] labels, double share) {
        double bySlope = 0;
        double byIntercept = 0;
        double slopes = RIDGE;
        double intercepts = RIDGE;
        double both = 0;
        for (int row = 0; row < labels.length; row++) {
            double chance = chance(logOdds[row]);
            double residual = labels[row] - chance;
            double curvature = chance * (1 - chance);
            bySlope += residual * logOdds[row];
            byIntercept += residual;
            slopes += curvature * logOdds[row] * logOdds[row];
            both += curvature * logOdds[row];
            intercepts += curvature;
        }
        double determinant = slopes * intercepts - both * both;
        return new Platt(
                slope + share * (bySlope * intercepts - byIntercept * both) / determinant,
                intercept + share * (byIntercept * slopes - bySlope * both) / determinant);
    }

    /** The mean of {@code -ln} of the chance given to what came. */
    public double logLoss(double[] logOdds, float[] labels) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            double signed = (slope * logOdds[row] + intercept) * (labels[row] > 0 ? -1 : 1);
            sum += signed > 0
                    ? signed + StrictMath.log1p(StrictMath.exp(-signed))
                    : StrictMath.log1p(StrictMath.exp(signed));
        }
        return sum / labels.length;
    }

    /** How good the chances of a head are that these log-odds give, by themselves and calibrated. */
    public HeadQuality quality(String head, double[] logOdds, float[] labels) {
        double predicted = 0;
        for (double of : logOdds) {
            predicted += NONE.chance(of) / logOdds.length;
        }
        return new HeadQuality(
                head,
                labels.length,
                HeadQuality.share(labels),
                predicted,
                HeadQuality.auc(logOdds, labels),
                NONE.logLoss(logOdds, labels),
                logLoss(logOdds, labels));
    }

    public void write(ColumnWriter out) throws IOException {
        out.number(slope);
        out.number(intercept);
    }

    public static Platt read(ColumnReader in) throws IOException {
        return new Platt(in.real(), in.real());
    }
}
