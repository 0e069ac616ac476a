package dev.linger.recommender.live;

import dev.linger.candidates.SeenItems;
import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.SideTables;
import dev.linger.features.FeatureRows;
import dev.linger.features.replay.FeatureState;
import dev.linger.recommender.Answer;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.answer.Explainer;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.FittedSource;
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

    /** Number of a user of whom nothing is known. */
    private static final int NOBODY = -1;

    private final Recommender fitted;
    private final LiveParts parts;
    private final PlaysOfUsers plays;
    private final LiveSources sources;

    /** Numbers of users of whom plays were observed and whom the tables do not have, after all that these have. */
    private final Map<Long, Integer> newUsers = new HashMap<>();

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    private LiveRecommender(Recommender fitted, InteractionLog history, LiveParts parts) {
        SideTables tables = fitted.tables();
        this.fitted = fitted;
        this.parts = parts;
        this.plays = new PlaysOfUsers(history, tables.userCount(), tables.zone());
        this.sources = new LiveSources(fitted, history, parts);
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
        sources.observe(play);
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

    /**
     * What a request needs of all that plays change, taken at once; the rest is worked out while other plays are observed.
     *
     * @param user number of the user; {@link #NOBODY} for one of whom there is no play
     * @param plays all plays of the user, as user 0, where the sources are to fold them in and have not
     * @param folded the user as folded in by them, where that is kept
     * @param counted the sources as they have counted
     * @param excluded items that must not be in the list, ascending
     */
    private record Asked(
            int user,
            Optional<InteractionLog> plays,
            Optional<LiveSources.Folded> folded,
            List<FittedSource> counted,
            FittedSource fallback,
            int[] excluded) {}

    private Asked ask(LiveRequest request) {
        int known = fitted.tables().users().indexOf(request.userId());
        IntStream excluded = request.exclude().stream()
                .mapToInt(fitted.tables().items()::indexOf)
                .filter(item -> item != IdIndex.UNKNOWN);
        return ask(known == IdIndex.UNKNOWN ? newUsers.getOrDefault(request.userId(), NOBODY) : known, excluded);
    }

    private Asked ask(int user, IntStream excluded) {
        boolean folds = user != NOBODY && plays.hasObserved(user);
        Optional<LiveSources.Folded> folded = folds ? sources.known(user, plays.count(user)) : Optional.empty();
        SeenItems seen = fitted.retriever().eligibility().seen();
        IntStream before = isOfTables(user)
                ? IntStream.range(0, seen.count(user)).map(at -> seen.item(user, at))
                : IntStream.empty();
        IntStream since = folds ? IntStream.of(plays.observedItems(user)) : IntStream.empty();
        return new Asked(
                user,
                folds && folded.isEmpty() ? Optional.of(plays.of(user)) : Optional.empty(),
                folded,
                sources.counted(),
                sources.countedFallback(),
                IntStream.concat(excluded, IntStream.concat(before, since))
                        .sorted()
                        .distinct()
                        .toArray());
    }

    private boolean isOfTables(int user) {
        return user >= 0 && user < fitted.tables().userCount();
    }

    private Retriever retriever(Asked asked) {
        Optional<LiveSources.Folded> now =
                asked.plays().map(all -> sources.fold(asked.user(), all)).or(asked::folded);
        Eligibility eligibility = fitted.retriever().eligibility();
        return new Retriever(
                isOfTables(asked.user())
                        ? now.map(of -> sources.of(of, asked.counted())).orElse(asked.counted())
                        : sources.ofNew(now, asked.counted()),
                asked.fallback(),
                new Eligibility(
                        eligibility.universe(),
                        eligibility.seen().withRow(asNumber(asked.user()), asked.excluded()),
                        eligibility.filters()));
    }

    private int asNumber(int user) {
        return isOfTables(user) ? user : ANYBODY;
    }

    /**
     * The best videos for a user. One whom the tables do not have gets, with plays, the candidates in the order of stage one,
     * since there are no features of the user, else the fallback's list.
     */
    public UserAnswer answer(LiveRequest request) {
        Asked asked = reading(() -> ask(request));
        if (!isOfTables(asked.user())) {
            return notReranked(asked, request);
        }
        Retriever.Found found = fitted.find(asked.user(), retriever(asked));
        FeatureRows rows = reading(() -> fitted.rows(found, request.atMillis()));
        Answer answer = request.why() ? fitted.answer(found, rows) : fitted.served(found, rows);
        return UserAnswer.of(
                fitted,
                answer,
                request.why() ? Optional.of(reasons(asked.user(), answer)) : Optional.empty(),
                request.userId(),
                request.count());
    }

    /** By all plays of the user, also where no play was observed: what a score has beside them is said as its rest. */
    private Explainer.OfUser reasons(int user, Answer answer) {
        InteractionLog all = reading(() -> plays.of(user));
        List<FittedSource> of = all.size() == 0
                ? List.of()
                : sources.foldedIn(sources.known(user, all.size()).orElseGet(() -> sources.fold(user, all)));
        return new Explainer(fitted, of, Optional.of(all)).of(0, answer);
    }

    /** The same in the order of stage one: no feature row is made and no ranker asked, so it takes a fraction of the time. */
    public UserAnswer retrieved(LiveRequest request) {
        return notReranked(reading(() -> ask(request)), request);
    }

    private UserAnswer notReranked(Asked asked, LiveRequest request) {
        Retriever retriever = retriever(asked);
        int user = asNumber(asked.user());
        return asked.user() == NOBODY
                ? UserAnswer.ofFallback(
                        fitted, retriever.forUnknownUser(asked.excluded(), request.count()), request.userId())
                : UserAnswer.of(
                        fitted,
                        fitted.retrieved(fitted.find(user, retriever)),
                        Optional.empty(),
                        request.userId(),
                        request.count());
    }

    /** The list of a user of the tables, who is asked for by number. */
    public RankedList list(int user, long atMillis) {
        Asked asked = reading(() -> ask(user, IntStream.empty()));
        Retriever.Found found = fitted.find(user, retriever(asked));
        return fitted.served(found, reading(() -> fitted.rows(found, atMillis))).list();
    }

    private <T> T reading(Supplier<T> what) {
        return holding(lock.readLock(), what);
    }

    private <T> T writing(Supplier<T> what) {
        return holding(lock.writeLock(), () -> {
            T done = what.get();
            sources.settle();
            return done;
        });
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
