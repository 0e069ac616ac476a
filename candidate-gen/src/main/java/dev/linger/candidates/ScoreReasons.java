package dev.linger.candidates;

/** Tells what each item of a user's past contributed to the score of another; immutable, safe for many threads. */
@FunctionalInterface
public interface ScoreReasons {
    /**
     * The reasons of one user's scores, of which what they share is worked out once; for one thread.
     *
     * @param user a user whom the scorer knows
     */
    OfUser of(int user);

    /** The reasons of one user's scores. */
    @FunctionalInterface
    interface OfUser {
        /**
         * What the user's past contributed to the score of an item.
         *
         * @param item an item that the scorer knows
         */
        Contributions of(int item);
    }

    /**
     * The parts of a score: {@code score(user, item) = sum of the values + rest}. The rest came from elsewhere, as the scorer
     * says.
     *
     * @param items of the user's past, each once
     * @param values what each contributed
     */
    record Contributions(int[] items, double[] values) {
        public Contributions {
            if (items.length != values.length) {
                throw new IllegalArgumentException(items.length + " items but " + values.length + " values");
            }
        }

        public double sum() {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum;
        }
    }
}
