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
     * @param user number of the user
     * @param plays how many plays of the user there are
     * @param toFold all plays of the user, as user 0, where the sources are to fold them in and have not
     * @param folds whether sources know the user by plays and not as they were fitted
     * @param counted the sources as they have counted
     * @param left items that must not be in the list, ascending
     */
    private record Asked(
            int user,
            int plays,
            Optional<InteractionLog> toFold,
            boolean folds,
            List<FittedSource> counted,
            FittedSource fallback,
            int[] left) {}

    private Asked ask(long userId, LiveRequest request) {
        int known = fitted.tables().users().indexOf(userId);
        int user = known == IdIndex.UNKNOWN ? newUsers.getOrDefault(userId, NOBODY) : known;
        return ask(user, excluded(request), request.why());
    }

    /** @param folds whether sources are to know the user by plays also where no new play was observed */
    private Asked ask(int user, IntStream excluded, boolean folds) {
        int count = user == NOBODY ? 0 : plays.count(user);
        boolean byPlays = count > 0 && (folds || plays.hasObserved(user));
        SeenItems seen = fitted.retriever().eligibility().seen();
        IntStream before = isOfTables(user)
                ? IntStream.range(0, seen.count(user)).map(at -> seen.item(user, at))
                : IntStream.empty();
        IntStream since = user == NOBODY ? IntStream.empty() : IntStream.of(plays.observedItems(user));
        return new Asked(
                user,
                count,
                byPlays && !sources.isFolded(user, count) ? Optional.of(plays.of(user)) : Optional.empty(),
                byPlays,
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

    private IntStream excluded(LiveRequest request) {
        return request.exclude().stream()
                .mapToInt(fitted.tables().items()::indexOf)
                .filter(item -> item != IdIndex.UNKNOWN);
    }

    private Retriever retriever(Asked asked) {
        List<FittedSource> of =
                asked.folds() ? sources.foldedIn(asked.user(), asked.toFold(), asked.counted()) : asked.counted();
        Eligibility eligibility = fitted.retriever().eligibility();
        return new Retriever(
                isOfTables(asked.user()) ? of : sources.knowingNobody(of),
                asked.fallback(),
                new Eligibility(
                        eligibility.universe(),
                        eligibility.seen().withRow(asNumber(asked.user()), asked.left()),
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
        Asked asked = reading(() -> ask(request.userId(), request));
        if (!isOfTables(asked.user())) {
            return notReranked(asked, request);
        }
        Retriever retriever = retriever(asked);
        Retriever.Found found = fitted.find(asked.user(), retriever);
        FeatureRows rows = reading(() -> fitted.rows(found, request.atMillis()));
        Answer answer = request.why() ? fitted.answer(found, rows) : fitted.served(found, rows);
        return UserAnswer.of(
                fitted, answer, reasons(asked, request, retriever, answer), request.userId(), request.count());
    }

    private Optional<Explainer.OfUser> reasons(Asked asked, LiveRequest request, Retriever retriever, Answer answer) {
        if (!request.why()) {
            return Optional.empty();
        }
        Optional<InteractionLog> ofUser =
                asked.folds() ? Optional.of(reading(() -> plays.of(asked.user()))) : Optional.empty();
        return Optional.of(new Explainer(fitted, retriever.sources(), ofUser).of(0, answer));
    }

    /** The same in the order of stage one: no feature row is made and no ranker asked, so it takes a fraction of the time. */
    public UserAnswer retrieved(LiveRequest request) {
        return notReranked(reading(() -> ask(request.userId(), request)), request);
    }

    private UserAnswer notReranked(Asked asked, LiveRequest request) {
        Retriever retriever = retriever(asked);
        int user = asNumber(asked.user());
        return asked.user() == NOBODY
                ? UserAnswer.ofFallback(fitted, retriever, user, request.userId(), request.count())
                : UserAnswer.of(
                        fitted,
                        fitted.retrieved(fitted.find(user, retriever)),
                        Optional.empty(),
                        request.userId(),
                        request.count());
    }

    /** The list of a user of the tables, who is asked for by number. */
    public RankedList list(int user, long atMillis) {
        Asked asked = reading(() -> ask(user, IntStream.empty(), false));
        Retriever.Found found = fitted.find(user, retriever(asked));
        return fitted.served(found, reading(() -> fitted.rows(found, atMillis))).list();
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
