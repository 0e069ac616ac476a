package dev.linger.candidates;

/** Tells what each item of a user's past added to the score of another; immutable, safe for many threads. */
@FunctionalInterface
public interface ScoreReasons {
    /**
     * What a user's past added to the score of an item.
     *
     * @param user a user whom the scorer knows
     * @param item an item that it knows
     */
    Shares of(int user, int item);

    /**
     * The parts of a score. What they do not add up to came from elsewhere, as the scorer says.
     *
     * @param items of the user's past, each once
     * @param amounts what each added
     */
    record Shares(int[] items, double[] amounts) {
        public Shares {
            if (items.length != amounts.length) {
                throw new IllegalArgumentException(items.length + " items but " + amounts.length + " amounts");
            }
        }

        public double sum() {
            double sum = 0;
            for (double amount : amounts) {
                sum += amount;
            }
            return sum;
        }
    }
}
