package dev.linger.pipeline.evaluation;

import java.util.stream.IntStream;

/**
 * A metric of one user's list L against the user's relevant set R at a cutoff k, always in [0, 1].
 *
 * <p>rel_i is 1 if the item at rank i (from 1) is in R, else 0; ranks past the end of a short list are misses. R is never
 * empty: users without a relevant item are not counted.
 */
public enum ListMetric {
    /** |L[1..k] and R| / k; the denominator is k even where the list or R is shorter. */
    PRECISION("Precision") {
        @Override
        public double of(boolean[] hits, int relevantCount, int cutoff) {
            return (double) hitsAt(hits, cutoff) / cutoff;
        }
    },
    /** |L[1..k] and R| / |R|. */
    RECALL("Recall") {
        @Override
        public double of(boolean[] hits, int relevantCount, int cutoff) {
            return (double) hitsAt(hits, cutoff) / relevantCount;
        }
    },
    /** 1 if any of L[1..k] is in R, else 0. */
    HIT_RATE("HitRate") {
        @Override
        public double of(boolean[] hits, int relevantCount, int cutoff) {
            return hitsAt(hits, cutoff) > 0 ? 1 : 0;
        }
    },
    /**
     * DCG@k / IDCG@k with DCG@k = sum over i = 1..k of rel_i / log2(i + 1), and IDCG@k = sum over i = 1..min(k, |R|) of
     * 1 / log2(i + 1), the DCG of a list that starts with all of R.
     */
    NDCG("NDCG") {
        @Override
        public double of(boolean[] hits, int relevantCount, int cutoff) {
            double gain = 0;
            for (int position = 0; position < Math.min(hits.length, cutoff); position++) {
                if (hits[position]) {
                    gain += discount(position);
                }
            }
            double ideal = 0;
            for (int position = 0; position < Math.min(relevantCount, cutoff); position++) {
                ideal += discount(position);
            }
            return gain / ideal;
        }
    },
    /** AP@k = 1 / min(k, |R|) * sum over i = 1..k of rel_i * Precision@i; its mean over users is MAP@k. */
    AVERAGE_PRECISION("MAP") {
        @Override
        public double of(boolean[] hits, int relevantCount, int cutoff) {
            double sum = 0;
            int found = 0;
            for (int position = 0; position < Math.min(hits.length, cutoff); position++) {
                if (hits[position]) {
                    found++;
                    sum += (double) found / (position + 1);
                }
            }
            return sum / Math.min(relevantCount, cutoff);
        }
    },
    /** 1 / rank of the first item of L[1..k] in R, 0 if there is none; its mean over users is MRR@k. */
    RECIPROCAL_RANK("MRR") {
        @Override
        public double of(boolean[] hits, int relevantCount, int cutoff) {
            for (int position = 0; position < Math.min(hits.length, cutoff); position++) {
                if (hits[position]) {
                    return 1.0 / (position + 1);
                }
            }
            return 0;
        }
    };

    private final String label;

    ListMetric(String label) {
        this.label = label;
    }

    /**
     * The metric of one list.
     *
     * @param hits whether the item at each position of the list is relevant
     * @param relevantCount |R|, at least 1
     * @param cutoff k, at least 1
     */
    public abstract double of(boolean[] hits, int relevantCount, int cutoff);

    /** The name of the average over users, as the tables print it. */
    public String label() {
        return label;
    }

    /** The name with its cutoff, "NDCG@10". */
    public String at(int cutoff) {
        return label + "@" + cutoff;
    }

    private static int hitsAt(boolean[] hits, int cutoff) {
        int count = 0;
        for (int position = 0; position < Math.min(hits.length, cutoff); position++) {
            if (hits[position]) {
                count++;
            }
        }
        return count;
    }

    private static double discount(int position) {
        return position < Discounts.FIRST.length ? Discounts.FIRST[position] : Discounts.of(position);
    }

    /** 1 / log2(i + 1) of the rank i = position + 1; strict, so that every machine gives the same bits. */
    private static final class Discounts {
        private static final double LN_2 = StrictMath.log(2);
        private static final double[] FIRST =
                IntStream.range(0, 512).mapToDouble(Discounts::of).toArray();

        static double of(int position) {
            return LN_2 / StrictMath.log(position + 2);
        }
    }
}
