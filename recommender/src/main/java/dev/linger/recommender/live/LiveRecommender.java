package dev.linger.recommender.live;

import dev.linger.candidates.SeenItems;
import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.SideTables;
import dev.linger.features.replay.FeatureState;
import dev.linger.recommender.Answer;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.answer.Explainer;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.Retriever;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A fitted recommender and what has been watched since. Any number of threads may ask and observe: an answer knows all plays
 * that were observed before it, and a state depends on nothing but the fitted recommender and the plays in their order.
 */
public final class LiveRecommender {
    private final Recommender fitted;
    private final PlaysOfUsers plays;
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    private LiveRecommender(Recommender fitted, InteractionLog history) {
        SideTables tables = fitted.tables();
        this.fitted = fitted;
        this.plays = new PlaysOfUsers(history, tables.userCount(), tables.zone());
    }

    /**
     * Reads a model that {@code fit} wrote; its feature state is this recommender's own from then on.
     *
     * @throws InputException where the folder is no such model, or does not hold the plays that it was fitted to
     */
    public static LiveRecommender load(Path model) {
        Recommender fitted = Recommender.load(model);
        return of(
                fitted,
                fitted.readHistory(model)
                        .orElseThrow(() -> new InputException(model + " does not hold the plays that it was fitted to,"
                                + " as the model of a run; give one that linger fit made")));
    }

    /**
     * A recommender that has observed nothing yet.
     *
     * @param fitted whose feature state is this recommender's own from now on
     * @param history the plays that it was fitted to
     */
    public static LiveRecommender of(Recommender fitted, InteractionLog history) {
        return new LiveRecommender(fitted, history);
    }

    /** What was fitted. */
    public Recommender fitted() {
        return fitted;
    }

    /** How many plays have been observed. */
    public int observed() {
        return reading(plays::observed);
    }

    /**
     * Takes note of plays, in this order.
     *
     * @return of each whether it was: not a play of a user or a video that the model does not have, or of a day that is over
     */
    public boolean[] observe(List<LivePlay> some) {
        lock.writeLock().lock();
        try {
            boolean[] taken = new boolean[some.size()];
            for (int at = 0; at < taken.length; at++) {
                taken[at] = observe(some.get(at));
            }
            return taken;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean observe(LivePlay play) {
        SideTables tables = fitted.tables();
        int user = tables.users().indexOf(play.userId());
        int item = tables.items().indexOf(play.itemId());
        InteractionLog one = log(user, item, play);
        if (user == IdIndex.UNKNOWN
                || item == IdIndex.UNKNOWN
                || one.day(0) < fitted.features().today()) {
            return false;
        }
        plays.add(user, item, play.playMillis(), play.durationMillis(), play.timestampMillis());
        fitted.features().observe(one);
        return true;
    }

    private InteractionLog log(int user, int item, LivePlay play) {
        InteractionLogBuilder one = new InteractionLogBuilder(fitted.tables().zone(), 1);
        one.add(user, item, play.playMillis(), play.durationMillis(), play.timestampMillis());
        return one.build();
    }

    /**
     * The best videos for a user.
     *
     * @throws IllegalArgumentException where it is asked for an earlier instant than that before which the model was fitted
     */
    public UserAnswer answer(LiveRequest request) {
        advanceTo(InteractionLog.dayOf(request.atMillis(), fitted.tables().zone()));
        return reading(() -> {
            int user = fitted.tables().users().indexOf(request.userId());
            if (user == IdIndex.UNKNOWN) {
                return UserAnswer.of(fitted, Optional.empty(), request.userId(), request.count());
            }
            Answer answer = fitted.answer(user, retriever(user, request), request.atMillis());
            return UserAnswer.of(fitted, answer, reasons(user, request, answer), request.userId(), request.count());
        });
    }

    private Optional<Explainer.OfUser> reasons(int user, LiveRequest request, Answer answer) {
        return request.why()
                ? Optional.of(new Explainer(fitted, Optional.of(plays.of(user))).of(user, answer))
                : Optional.empty();
    }

    private Retriever retriever(int user, LiveRequest request) {
        Retriever retriever = fitted.retriever();
        Eligibility eligibility = retriever.eligibility();
        SeenItems seen = eligibility.seen();
        int[] left = Stream.of(
                        IntStream.range(0, seen.count(user)).map(at -> seen.item(user, at)),
                        IntStream.of(plays.observedItems(user)),
                        request.exclude().stream()
                                .mapToInt(fitted.tables().items()::indexOf)
                                .filter(item -> item != IdIndex.UNKNOWN))
                .flatMapToInt(some -> some)
                .sorted()
                .distinct()
                .toArray();
        return new Retriever(
                retriever.sources(),
                retriever.fallback(),
                new Eligibility(eligibility.universe(), seen.withRow(user, left), eligibility.filters()));
    }

    private void advanceTo(int day) {
        FeatureState features = fitted.features();
        if (reading(features::today) < day) {
            lock.writeLock().lock();
            try {
                if (features.today() < day) {
                    features.advanceTo(day);
                }
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    private <T> T reading(Supplier<T> what) {
        lock.readLock().lock();
        try {
            return what.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
