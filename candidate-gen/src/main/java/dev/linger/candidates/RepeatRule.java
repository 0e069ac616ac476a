package dev.linger.candidates;

/** How the values of one (user, item) pair's plays are merged, such as their capped watch ratios. */
public enum RepeatRule {
    /** Every play adds. */
    SUM {
        @Override
        public double fold(double soFar, int plays, double value) {
            return soFar + value;
        }
    },
    /** All plays count alike. */
    MEAN {
        @Override
        public double fold(double soFar, int plays, double value) {
            return soFar + (value - soFar) / (plays + 1);
        }
    },
    /** The best play counts. */
    MAX {
        @Override
        public double fold(double soFar, int plays, double value) {
            return Math.max(soFar, value);
        }
    },
    /** The latest play counts. */
    LAST {
        @Override
        public double fold(double soFar, int plays, double value) {
            return value;
        }
    };

    /**
     * The pair's value after one more play.
     *
     * @param soFar the pair's value before, 0 where there was no play
     * @param plays how many plays it stands for
     * @param value what the play to add is worth, not earlier than the others
     */
    public abstract double fold(double soFar, int plays, double value);
}
