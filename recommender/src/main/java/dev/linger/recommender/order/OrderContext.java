package dev.linger.recommender.order;

import dev.linger.candidates.ScorePosterior;
import dev.linger.candidates.Taste;
import dev.linger.data.Id;
import dev.linger.data.Seed;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who a list is for, and what is known when they ask.
 *
 * @param taste what the user likes by the attributes of videos, worked out where it is asked for; empty where no source can tell
 * @param posterior how sure a source is of the user's scores, worked out likewise; a live recommender knows it
 * @param reach how much creators are watched; a live recommender knows it
 * @param uplift what a play does to creators; known where an orderer asks for it and there were uploads to learn from
 * @param seed of what is drawn for the list; the same for the same request
 * @param day local day of the request, in days since 1970-01-01
 */
public record OrderContext(
        Supplier<Optional<Taste>> taste,
        Supplier<Optional<ScorePosterior.OfUser>> posterior,
        Reach reach,
        Uplift uplift,
        Seed seed,
        int day) {
    private static final Reach NOT_KNOWN = creator -> Double.NaN;
    private static final Uplift NOTHING = creator -> Double.NaN;
    private static final Seed ANY = new Seed(0);

    /** One of whom nothing is known. */
    public static final OrderContext UNKNOWN = new OrderContext(Optional::empty);

    /** One who asks on day 0, when nothing is known of creators. */
    public OrderContext(Supplier<Optional<Taste>> taste) {
        this(taste, NOT_KNOWN);
    }

    /** One who asks on day 0, when nothing is known of what plays do to creators, nor of how sure scores are. */
    public OrderContext(Supplier<Optional<Taste>> taste, Reach reach) {
        this(taste, Optional::empty, reach, NOTHING, ANY, 0);
    }

    /** Of what is drawn for a user who asks at an instant, in milliseconds since 1970-01-01 UTC. */
    public static Seed seed(Id user, long atMillis) {
        return new Seed(atMillis).derive(user.toString());
    }

    /** The same for whom other lists are drawn. */
    public OrderContext with(Seed other) {
        return new OrderContext(taste, posterior, reach, uplift, other, day);
    }

    /** The same when it is known what plays do to creators. */
    public OrderContext with(Uplift of) {
        return new OrderContext(taste, posterior, reach, of, seed, day);
    }

    /** The same who asks on another day. */
    public OrderContext on(int other) {
        return new OrderContext(taste, posterior, reach, uplift, seed, other);
    }
}
