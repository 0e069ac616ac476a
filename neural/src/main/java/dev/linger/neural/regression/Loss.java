package dev.linger.neural.regression;

/** What a network is trained to make small, for a prediction p of a target t, both in standard deviations of the targets. */
public enum Loss {
    /** {@code |p - t|}: p is near the median. */
    L1("l1") {
        @Override
        double of(float p, float t) {
            return Math.abs(p - t);
        }

        @Override
        float slope(float p, float t) {
            return Math.signum(p - t);
        }
    },
    /** {@code (p - t)^2}: p is near the mean. */
    MSE("l2") {
        @Override
        double of(float p, float t) {
            return (double) (p - t) * (p - t);
        }

        @Override
        float slope(float p, float t) {
            return 2 * (p - t);
        }
    },
    /** {@code (p - t)^2 / 2} up to a distance of 1, beyond it {@code |p - t| - 1/2} (Huber, 1964): near both. */
    HUBER("l1") {
        @Override
        double of(float p, float t) {
            double distance = Math.abs(p - t);
            return distance <= 1 ? distance * distance / 2 : distance - 0.5;
        }

        @Override
        float slope(float p, float t) {
            return Math.max(-1, Math.min(1, p - t));
        }
    },
    /** {@code log(1 + exp(p)) - t p} for t 1 where the ratio is above a bound, else 0: p is the log-odds of that. */
    LOG_LOSS("binary_logloss") {
        @Override
        double of(float p, float t) {
            return Math.max(p, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(p))) - (double) t * p;
        }

        @Override
        float slope(float p, float t) {
            return (float) (1 / (1 + StrictMath.exp(-p))) - t;
        }
    };

    private final String metric;

    Loss(String metric) {
        this.metric = metric;
    }

    abstract double of(float p, float t);

    /** Its derivative by p; at a kink one between those of both sides. */
    abstract float slope(float p, float t);

    /** What epochs are compared by, named as LightGBM names it. */
    String metric() {
        return metric;
    }

    /** That of a prediction and a watch ratio, or of log-odds and 0 or 1. */
    double metric(double prediction, float label) {
        return switch (this) {
            case L1, HUBER -> Math.abs(prediction - label);
            case MSE -> (prediction - label) * (prediction - label);
            case LOG_LOSS -> of((float) prediction, label);
        };
    }

    /** A name for tables. */
    String label() {
        return switch (this) {
            case L1 -> "l1";
            case MSE -> "mse";
            case HUBER -> "huber";
            case LOG_LOSS -> "binary";
        };
    }
}
