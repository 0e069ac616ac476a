package dev.linger.recommender.live;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.ScoreReasons;
import dev.linger.candidates.Signal;
import dev.linger.candidates.Taste;
import dev.linger.data.InteractionLog;
import dev.linger.data.store.ModelWriter;
import java.util.List;
import java.util.Optional;

/**
 * A user who was folded in, asked for by any number.
 *
 * @param folded has the user as user 0
 */
record ScorerOfOneUser(ItemScorer folded) implements ItemScorer {
    @Override
    public String name() {
        return folded.name();
    }

    @Override
    public int itemCount() {
        return folded.itemCount();
    }

    @Override
    public void score(int user, double[] scores) {
        folded.score(0, scores);
    }

    @Override
    public List<Signal> signals() {
        return folded.signals();
    }

    @Override
    public void signals(int user, int[] items, float[] cells, int offset, int stride) {
        folded.signals(0, items, cells, offset, stride);
    }

    /** {@inheritDoc} Those that the user was folded in by, as user 0. */
    @Override
    public Optional<ScoreReasons> reasons(InteractionLog plays) {
        return folded.reasons(plays).map(reasons -> user -> reasons.of(0));
    }

    @Override
    public Optional<Taste> taste(int user) {
        return folded.taste(0);
    }

    @Override
    public void write(ModelWriter to) {
        throw new UnsupportedOperationException("a user who was folded in is not written");
    }
}
