package dev.linger.pipeline.evaluation.listwise;

import dev.linger.data.config.Key;
import java.util.stream.IntStream;

/**
 * DCG@k / IDCG@k with DCG@k = sum over i = 1..k of rel_i / log2(i + 1), and IDCG@k = sum over i = 1..min(k, |R|) of
 * 1 / log2(i + 1), the DCG of a list that starts with all of R.
 */
public record Ndcg(@Key("how many ranks count, at least 1") int k) implements ListMetric {
    public Ndcg {
        FirstRanks.requireCutoff(k);
    }

    @Override
    public String name() {
        return "NDCG@" + k;
    }

    @Override
    public int cutoff() {
        return k;
    }

    @Override
    public boolean addsUp() {
        return true;
    }

    @Override
    public double of(boolean[] hits, int relevantCount) {
        double gain = 0;
        for (int position = 0; position < Math.min(hits.length, k); position++) {
            if (hits[position]) {
                gain += discount(position);
            }
        }
        double ideal = 0;
        for (int position = 0; position < Math.min(relevantCount, k); position++) {
            ideal += discount(position);
        }
        return gain / ideal;
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
