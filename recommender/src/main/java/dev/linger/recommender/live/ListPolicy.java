package dev.linger.recommender.live;

import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.order.OrderContext;
import java.util.List;
import java.util.stream.IntStream;

/** The chances of all lists that a recommender may give for one request. */
public final class ListPolicy {
    private final Recommender fitted;
    private final RankedList scored;
    private final OrderContext context;

    /** @param scored what orderers are given */
    ListPolicy(Recommender fitted, RankedList scored, OrderContext context) {
        this.fitted = fitted;
        this.scored = scored;
        this.context = context;
    }

    /** How likely it is that the first places have these videos, each given those above it. */
    public double[] propensities(List<Id> shown) {
        IdIndex items = fitted.tables().items();
        return fitted.path()
                .propensities(
                        scored, context, shown.stream().mapToInt(items::indexOf).toArray());
    }

    /** Whether there is more than one list. */
    public boolean draws() {
        return fitted.path().drawsLists();
    }

    /** The first videos of the list of a seed. */
    public List<Id> draw(Seed seed, int count) {
        int[] list = fitted.path()
                .ordered(scored, context.with(seed))
                .list()
                .top(count)
                .items();
        return IntStream.of(list)
                .mapToObj(item -> fitted.tables().items().id(item))
                .toList();
    }
}
