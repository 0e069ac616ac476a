package dev.linger.candidates;

/** How the watch ratios of one (user, item) pair's plays become one. */
public enum RepeatRule {
    /** Every play adds. */
    SUM {
        @Override
        public double fold(double soFar, int plays, double ratio) {
            return soFar + ratio;
        }
    },
    /** All plays count alike. */
    MEAN {
        @Override
        public double fold(double soFar, int plays, double ratio) {
            return soFar + (ratio - soFar) / (plays + 1);
        }
    },
    /** The longest play counts. */
    MAX {
        @Override
        public double fold(double soFar, int plays, double ratio) {
            return Math.max(soFar, ratio);
        }
    },
    /** The latest play counts. */
    LAST {
        @Override
        public double fold(double soFar, int plays, double ratio) {
            return ratio;
        }
    };

    /**
     * The pair's ratio after one more play.
     *
     * @param soFar the pair's ratio before, 0 where there was no play
     * @param plays how many plays it stands for
     * @param ratio capped watch ratio of the play to add, not earlier than the others
     */
    public abstract double fold(double soFar, int plays, double ratio);
}
