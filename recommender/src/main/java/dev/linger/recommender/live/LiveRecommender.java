package dev.linger.recommender.live;

import dev.linger.candidates.SeenItems;
import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.SideTables;
import dev.linger.features.replay.FeatureState;
import dev.linger.recommender.Answer;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.answer.Explainer;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.Retriever;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A fitted recommender and what has been watched since. Any number of threads may ask and observe: an answer knows all plays
 * that were observed before it. What is known follows from the fitted recommender and the plays in their order, so the same
 * plays told again give the same state.
 */
public final class LiveRecommender {
    /** By which number sources and filters are asked for a user who has none. */
    private static final int ANYBODY = 0;

    private final Recommender fitted;
    private final LiveParts parts;
    private final PlaysOfUsers plays;
    private final LiveSources sources;

    /** Numbers of users of whom plays were observed and whom the tables do not have, after all that these have. */
    private final Map<Long, Integer> newUsers = new HashMap<>();

    private final Explainer ofHistory;
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    private LiveRecommender(Recommender fitted, InteractionLog history, LiveParts parts) {
        SideTables tables = fitted.tables();
        this.fitted = fitted;
        this.parts = parts;
        this.plays = new PlaysOfUsers(history, tables.userCount(), tables.zone());
        this.sources = new LiveSources(fitted, history, parts);
        this.ofHistory = new Explainer(fitted, Optional.of(history));
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
        return of(fitted, history, LiveParts.ALL);
    }

    /** The same of which some parts stay as they were fitted. */
    public static LiveRecommender of(Recommender fitted, InteractionLog history, LiveParts parts) {
        return new LiveRecommender(fitted, history, parts);
    }

    /** What was fitted. */
    public Recommender fitted() {
        return fitted;
    }

    /** How many plays have been observed. */
    public int observed() {
        return reading(plays::observed);
    }

    /** Takes note of plays, in this order; says of each what became of it. */
    public List<Observed> observe(List<LivePlay> some) {
        return writing(() -> some.stream().map(this::observe).toList());
    }

    /** Takes note of plays of users and items of the tables, in this order. */
    public void observe(InteractionLog some) {
        writing(() -> {
            for (int row = 0; row < some.size(); row++) {
                count(some.slice(row, row + 1));
            }
            return some.size();
        });
    }

    private Observed observe(LivePlay play) {
        int user = fitted.tables().users().indexOf(play.userId());
        int item = fitted.tables().items().indexOf(play.itemId());
        if (item == IdIndex.UNKNOWN) {
            return Observed.UNKNOWN_VIDEO;
        }
        if (user == IdIndex.UNKNOWN) {
            user = newUsers.computeIfAbsent(play.userId(), id -> fitted.tables().userCount() + newUsers.size());
        }
        int day = InteractionLog.dayOf(play.timestampMillis(), fitted.tables().zone());
        return count(InteractionLog.ofColumns(
                new int[] {user},
                new int[] {item},
                new int[] {play.playMillis()},
                new int[] {play.durationMillis()},
                new long[] {play.timestampMillis()},
                new int[] {day}));
    }

    private Observed count(InteractionLog play) {
        plays.add(play);
        sources.observe(play.user(0), play);
        FeatureState features = fitted.features();
        boolean isLate = play.day(0) < features.today();
        if (!isLate) {
            features.advanceTo(play.day(0));
        }
        if (play.user(0) >= fitted.tables().userCount()) {
            return Observed.NEW_USER;
        }
        if (isLate) {
            return Observed.LATE;
        }
        if (parts.features()) {
            features.observe(play);
        }
        return Observed.COUNTED;
    }

    /**
     * Lets the day of the features begin at which an instant lies. Plays do so by themselves, and requests do not, so that what is
     * known follows from the plays and their order alone.
     */
    public void advanceTo(long millis) {
        int day = InteractionLog.dayOf(millis, fitted.tables().zone());
        writing(() -> {
            if (fitted.features().today() < day) {
                fitted.features().advanceTo(day);
            }
            return day;
        });
    }

    /** The best videos for a user. */
    public UserAnswer answer(LiveRequest request) {
        return reading(() -> {
            int user = fitted.tables().users().indexOf(request.userId());
            if (user == IdIndex.UNKNOWN) {
                return answerOfUnknown(request);
            }
            Retriever retriever = retriever(user, excluded(request), request.atMillis());
            Answer answer = fitted.answer(user, retriever, request.atMillis());
            return UserAnswer.of(
                    fitted, answer, reasons(user, request, retriever, answer), request.userId(), request.count());
        });
    }

    /** The same in the order of stage one: no feature row is made and no ranker asked, so it takes a fraction of the time. */
    public UserAnswer retrieved(LiveRequest request) {
        return reading(() -> {
            int user = fitted.tables().users().indexOf(request.userId());
            return user == IdIndex.UNKNOWN
                    ? answerOfUnknown(request)
                    : retrieved(user, retriever(user, excluded(request), request.atMillis()), request);
        });
    }

    private UserAnswer retrieved(int user, Retriever retriever, LiveRequest request) {
        return UserAnswer.of(
                fitted, fitted.retrieved(user, retriever), Optional.empty(), request.userId(), request.count());
    }

    /**
     * A user whom the tables do not have: with plays the candidates in the order of stage one, since there are no features of the
     * user, else the fallback's list.
     */
    private UserAnswer answerOfUnknown(LiveRequest request) {
        Integer user = newUsers.get(request.userId());
        long at = request.atMillis();
        Eligibility eligibility = fitted.retriever().eligibility();
        IntStream played = user == null ? IntStream.empty() : IntStream.of(plays.observedItems(user));
        int[] left = distinct(IntStream.concat(excluded(request), played));
        Retriever retriever = new Retriever(
                user == null ? fitted.retriever().sources() : sources.ofNew(user, plays, at),
                sources.fallback(at),
                new Eligibility(
                        eligibility.universe(), eligibility.seen().withRow(ANYBODY, left), eligibility.filters()));
        return user == null
                ? UserAnswer.ofFallback(fitted, retriever, ANYBODY, request.userId(), request.count())
                : retrieved(ANYBODY, retriever, request);
    }

    private static int[] distinct(IntStream items) {
        return items.sorted().distinct().toArray();
    }

    /** The list of a user of the tables, who is asked for by number. */
    public RankedList list(int user, long atMillis) {
        return reading(() -> fitted.answer(user, retriever(user, IntStream.empty(), atMillis), atMillis)
                .list());
    }

    private IntStream excluded(LiveRequest request) {
        return request.exclude().stream()
                .mapToInt(fitted.tables().items()::indexOf)
                .filter(item -> item != IdIndex.UNKNOWN);
    }

    private Optional<Explainer.OfUser> reasons(int user, LiveRequest request, Retriever retriever, Answer answer) {
        if (!request.why()) {
            return Optional.empty();
        }
        return Optional.of(
                plays.hasObserved(user)
                        ? new Explainer(fitted, retriever.sources(), Optional.of(plays.of(user, user))).of(user, answer)
                        : ofHistory.of(user, answer));
    }

    private Retriever retriever(int user, IntStream excluded, long atMillis) {
        Eligibility eligibility = fitted.retriever().eligibility();
        SeenItems seen = eligibility.seen();
        int[] left = distinct(IntStream.concat(
                excluded,
                IntStream.concat(
                        IntStream.range(0, seen.count(user)).map(at -> seen.item(user, at)),
                        IntStream.of(plays.observedItems(user)))));
        return new Retriever(
                sources.of(user, plays, atMillis),
                sources.fallback(atMillis),
                new Eligibility(eligibility.universe(), seen.withRow(user, left), eligibility.filters()));
    }

    private <T> T reading(Supplier<T> what) {
        return holding(lock.readLock(), what);
    }

    private <T> T writing(Supplier<T> what) {
        return holding(lock.writeLock(), what);
    }

    private static <T> T holding(Lock lock, Supplier<T> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }
}
