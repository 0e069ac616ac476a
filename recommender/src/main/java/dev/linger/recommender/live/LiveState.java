package dev.linger.recommender.live;

import dev.linger.candidates.FoldIn;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Taste;
import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.SideTables;
import dev.linger.features.replay.FeatureState;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.answer.UserAnswer.Listed;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.Retriever;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is known beside what was fitted. {@link LiveRecommender} sees to it that nobody looks while something changes; only {@link
 * #retriever} may be called meanwhile, with what {@link #ask} has taken.
 */
final class LiveState {
    /** By which number sources and filters are asked for a user who has none. */
    private static final int ANYBODY = 0;

    /** Number of a user of whom nothing is known. */
    private static final int NOBODY = -1;

    private final Recommender fitted;
    private final LiveParts parts;
    private final PlaysOfUsers plays;
    private final LiveSources sources;
    private final NewVideos newVideos;

    /** Items of the tables that must not be recommended any more. */
    private final Set<Integer> withdrawn = new HashSet<>();

    /** Numbers of users of whom plays were observed and whom the tables do not have, after all that these have. */
    private final Map<Id, Integer> newUsers = new HashMap<>();

    LiveState(Recommender fitted, InteractionLog history, LiveParts parts) {
        SideTables tables = fitted.tables();
        this.fitted = fitted;
        this.parts = parts;
        this.plays = new PlaysOfUsers(history, tables.userCount(), tables.zone());
        this.sources = new LiveSources(fitted, history, parts);
        this.newVideos =
                new NewVideos(tables.itemTable(), history, fitted.config().watch());
    }

    int observed() {
        return plays.observed();
    }

    Observed observe(LivePlay play) {
        int user = fitted.tables().users().indexOf(play.userId());
        int item = fitted.tables().items().indexOf(play.itemId());
        if (item == IdIndex.UNKNOWN) {
            newVideos.observe(play);
            return Observed.NEW_VIDEO;
        }
        if (user == IdIndex.UNKNOWN) {
            user = newUsers.computeIfAbsent(play.userId(), id -> fitted.tables().userCount() + newUsers.size());
        }
        int day = InteractionLog.dayOf(play.timestampMillis(), fitted.tables().zone());
        return observe(InteractionLog.ofColumns(
                new int[] {user},
                new int[] {item},
                new int[] {play.playMillis()},
                new int[] {play.durationMillis()},
                new long[] {play.timestampMillis()},
                new int[] {day}));
    }

    /** @param play one, by numbers */
    Observed observe(InteractionLog play) {
        plays.add(play);
        sources.observe(play);
        FeatureState features = fitted.features();
        boolean isLate = play.day(0) < features.today();
        if (!isLate) {
            features.advanceTo(play.day(0));
        }
        if (!isOfTables(play.user(0))) {
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

    void upload(LiveVideo video) {
        int item = fitted.tables().items().indexOf(video.id());
        if (item == IdIndex.UNKNOWN) {
            newVideos.add(video);
        } else if (video.withdrawn()) {
            withdrawn.add(item);
        } else {
            withdrawn.remove(item);
        }
    }

    boolean mayRecommend(Id videoId) {
        int item = fitted.tables().items().indexOf(videoId);
        return item == IdIndex.UNKNOWN ? newVideos.has(videoId) : !withdrawn.contains(item);
    }

    int withdrawn() {
        return withdrawn.size();
    }

    boolean hasNewVideos() {
        return !newVideos.isEmpty();
    }

    List<Listed> newVideos(LiveRequest request, Optional<Taste> taste) {
        return newVideos.best(request, taste);
    }

    /** To be called after all plays of one call. */
    void settle() {
        sources.settle();
    }

    /** All plays of a user, as those of user 0. */
    InteractionLog plays(int user) {
        return plays.of(user);
    }

    /**
     * What a request needs of all that changes, taken at once; the rest is worked out while other plays are observed.
     *
     * @param user number of the user; {@link #NOBODY} for one of whom there is no play
     * @param plays all plays of the user, as user 0, where the sources are to fold them in
     * @param counted the sources as they have counted
     * @param excluded items that must not be in the list, ascending
     */
    record Asked(
            int user,
            Optional<InteractionLog> plays,
            List<FittedSource> counted,
            FittedSource fallback,
            int[] excluded) {
        /** Whether nothing is known of the user. */
        boolean isOfNobody() {
            return user == NOBODY;
        }
    }

    Asked ask(LiveRequest request) {
        int known = fitted.tables().users().indexOf(request.userId());
        IntStream excluded = request.exclude().stream()
                .mapToInt(fitted.tables().items()::indexOf)
                .filter(item -> item != IdIndex.UNKNOWN);
        return ask(known == IdIndex.UNKNOWN ? newUsers.getOrDefault(request.userId(), NOBODY) : known, excluded);
    }

    Asked ask(int user, IntStream excluded) {
        boolean folds = user != NOBODY && plays.hasObserved(user);
        SeenItems seen = fitted.retriever().eligibility().seen();
        IntStream before = isOfTables(user)
                ? IntStream.range(0, seen.count(user)).map(at -> seen.item(user, at))
                : IntStream.empty();
        IntStream since = folds ? IntStream.of(plays.observedItems(user)) : IntStream.empty();
        return new Asked(
                user,
                folds ? Optional.of(plays.of(user)) : Optional.empty(),
                sources.counted(),
                sources.countedFallback(),
                ascending(Stream.of(excluded, before, since, withdrawn.stream().mapToInt(Integer::intValue))
                        .flatMapToInt(items -> items)
                        .toArray()));
    }

    /** Each number once; without the objects that streams make of numbers. */
    private static int[] ascending(int[] numbers) {
        Arrays.sort(numbers);
        int size = 0;
        for (int number : numbers) {
            if (size == 0 || numbers[size - 1] != number) {
                numbers[size++] = number;
            }
        }
        return Arrays.copyOf(numbers, size);
    }

    boolean isOfTables(int user) {
        return user >= 0 && user < fitted.tables().userCount();
    }

    /** The number by which the sources of {@link #retriever} know a user. */
    int asNumber(int user) {
        return isOfTables(user) ? user : ANYBODY;
    }

    /** The sources for a user who asks. */
    Retriever retriever(Asked asked) {
        Eligibility eligibility = fitted.retriever().eligibility();
        return new Retriever(
                isOfTables(asked.user())
                        ? sources.of(asked.user(), asked.plays(), asked.counted())
                        : sources.ofNew(asked.plays(), asked.counted()),
                asked.fallback(),
                new Eligibility(
                        eligibility.universe(),
                        eligibility.seen().withRow(asNumber(asked.user()), asked.excluded()),
                        eligibility.filters()));
    }

    /** The sources alone that fold a user in by these plays, all of the user. */
    List<FittedSource> foldedIn(int user, InteractionLog all) {
        return all.size() == 0 ? List.of() : sources.foldedIn(isOfTables(user) ? user : FoldIn.NOT_IN_TABLES, all);
    }
}
