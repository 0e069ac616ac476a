package dev.linger.candidates;

import dev.linger.data.store.ModelWriter;
import java.util.function.IntFunction;

/** Scores as a test sets them. */
public record TableScorer(String name, int itemCount, IntFunction<double[]> scoresOfUser) implements ItemScorer {
    @Override
    public void write(ModelWriter to) {
        throw new UnsupportedOperationException("a table of a test is not written");
    }

    @Override
    public void score(int user, double[] scores) {
        System.arraycopy(scoresOfUser.apply(user), 0, scores, 0, itemCount);
    }
}
