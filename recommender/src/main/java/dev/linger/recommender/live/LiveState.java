package dev.linger.recommender.live;

import dev.linger.candidates.FoldIn;
import dev.linger.candidates.ItemFilter;
import dev.linger.candidates.ScorePosterior;
import dev.linger.candidates.ScorePosterior.Unsure;
import dev.linger.candidates.Taste;
import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.SideTables;
import dev.linger.features.replay.FeatureState;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.answer.UserAnswer.Listed;
import dev.linger.recommender.creators.LiveUploads;
import dev.linger.recommender.filter.Blocks;
import dev.linger.recommender.order.Reach;
import dev.linger.recommender.order.Uplift;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.Retriever;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is known beside what was fitted. {@link LiveRecommender} sees to it that nobody looks while something changes; only {@link
 * #retriever} may be called meanwhile, with what {@link #ask} has taken.
 */
final class LiveState {
    /** By which number sources and filters are asked for a user who has none. */
    private static final int ANYBODY = 0;

    private final Recommender fitted;
    private final LiveParts parts;
    private final PlaysOfUsers plays;
    private final LiveSources sources;
    private final NewVideos newVideos;
    private final CreatorReach reach;
    private final Optional<LiveUploads> uploads;
    private final Optional<ScorePosterior> posterior;

    /** Items of the tables that must not be recommended any more. */
    private final Set<Integer> withdrawn = new HashSet<>();

    private final UserNumbers users;
    private final int[] creatorOf;

    /** As of the day that was last asked for; whoever asks for another one makes them again, which changes nothing. */
    private volatile FiltersOfDay filters = new FiltersOfDay(Integer.MIN_VALUE, List.of());

    private record FiltersOfDay(int day, List<ItemFilter> filters) {}

    LiveState(Recommender fitted, InteractionLog history, LiveParts parts) {
        SideTables tables = fitted.tables();
        this.fitted = fitted;
        this.parts = parts;
        this.users = new UserNumbers(tables.users());
        this.creatorOf = tables.itemTable().creatorCodes();
        this.plays = new PlaysOfUsers(history, tables.userCount(), tables.zone());
        this.sources = new LiveSources(fitted, history, parts);
        this.reach = new CreatorReach(
                tables.itemTable(),
                history,
                fitted.config().watch(),
                fitted.config().asOfMillis());
        int day = InteractionLog.dayOf(fitted.config().asOfMillis(), tables.zone());
        this.uploads = fitted.uploads().map(of -> new LiveUploads(of, history, tables.itemTable(), day));
        List<Unsure> unsure = fitted.config().orderers().stream()
                .flatMap(orderer -> orderer.unsure().stream())
                .toList();
        this.posterior = unsure.isEmpty()
                ? Optional.empty()
                : fitted.retriever().posterior(history, unsure.stream().anyMatch(Unsure::ofVideos));
        this.newVideos =
                new NewVideos(tables.itemTable(), history, fitted.config().watch());
    }

    int observed() {
        return plays.observed();
    }

    Observed observe(LivePlay play) {
        int item = fitted.tables().items().indexOf(play.itemId());
        if (item == IdIndex.UNKNOWN) {
            newVideos.observe(play);
            received(
                    newVideos.creator(play.itemId()),
                    (double) play.playMillis() / play.durationMillis(),
                    InteractionLog.dayOf(play.timestampMillis(), fitted.tables().zone()));
            return Observed.NEW_VIDEO;
        }
        return observe(ObservedColumns.row(
                fitted.tables(),
                users.add(play.userId()),
                item,
                play.playMillis(),
                play.durationMillis(),
                play.timestampMillis()));
    }

    /** @param play one, by numbers */
    Observed observe(InteractionLog play) {
        remember(play);
        return tell(fitted.features(), play, users, parts.features());
    }

    private void remember(InteractionLog play) {
        plays.add(play);
        sources.observe(play);
        reach.observe(play);
        received(creatorOf[play.item(0)], play.watchRatio(0), play.day(0));
    }

    private void received(int creator, double watchRatio, int day) {
        if (creator >= 0) {
            uploads.ifPresent(of -> of.play(creator, watchRatio, day));
        }
    }

    /**
     * Lets features observe a play, or begin its day.
     *
     * @param counts whether they count plays
     */
    static Observed tell(FeatureState features, InteractionLog play, UserNumbers users, boolean counts) {
        boolean isLate = play.day(0) < features.today();
        if (!isLate) {
            features.advanceTo(play.day(0));
        }
        if (counts && !isLate && play.user(0) < features.userCount()) {
            features.observe(play);
        }
        if (!users.isOfTables(play.user(0))) {
            return Observed.NEW_USER;
        }
        return isLate ? Observed.LATE : Observed.COUNTED;
    }

    /** Takes note of plays that the features know already, before any other. */
    void restore(ObservedColumns observed) {
        observed.newUsers().forEach(users::add);
        observed.ofNewVideos().forEach(newVideos::observe);
        for (int row = 0; row < observed.size(); row++) {
            remember(observed.row(row));
        }
    }

    void upload(LiveVideo video) {
        int item = fitted.tables().items().indexOf(video.id());
        if (item == IdIndex.UNKNOWN) {
            boolean isNew = !newVideos.has(video.id());
            newVideos.add(video);
            int creator = newVideos.creator(video.id());
            if (isNew && creator >= 0) {
                uploads.ifPresent(of -> of.upload(creator));
            }
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
     * @param user number of the user; {@link UserNumbers#NOBODY} for one of whom there is no play
     * @param plays all plays of the user, as user 0, where the sources are to fold them in
     * @param counted the sources as they have counted
     * @param excluded items that must not be in the list, ascending
     * @param filters what leaves items out beside them
     * @param posterior how sure a source is of the user's scores
     * @param reach how much creators are watched
     * @param uplift what plays do to creators
     * @param day of the request, in days since 1970-01-01
     */
    record Asked(
            int user,
            Optional<InteractionLog> plays,
            List<FittedSource> counted,
            FittedSource fallback,
            int[] excluded,
            List<ItemFilter> filters,
            Supplier<Optional<ScorePosterior.OfUser>> posterior,
            Reach reach,
            Uplift uplift,
            int day) {
        /** Whether nothing is known of the user. */
        boolean isOfNobody() {
            return user == UserNumbers.NOBODY;
        }
    }

    Asked ask(LiveRequest request) {
        IntStream excluded = request.exclude().stream()
                .mapToInt(fitted.tables().items()::indexOf)
                .filter(item -> item != IdIndex.UNKNOWN);
        return ask(users.find(request.userId()), request.atMillis(), excluded, request.blocks());
    }

    Asked ask(int user, long atMillis, IntStream excluded, Blocks blocks) {
        boolean folds = user != UserNumbers.NOBODY && plays.hasObserved(user);
        Eligibility eligibility = fitted.retriever().eligibility();
        long sinceMillis = eligibility.rule().since(atMillis);
        IntStream before =
                isOfTables(user) ? IntStream.of(eligibility.seen().items(user, sinceMillis)) : IntStream.empty();
        IntStream since = folds ? IntStream.of(plays.observedItems(user, sinceMillis)) : IntStream.empty();
        int day = InteractionLog.dayOf(atMillis, fitted.tables().zone());
        Optional<InteractionLog> played = folds ? Optional.of(plays.of(user)) : Optional.empty();
        return new Asked(
                user,
                played,
                sources.counted(),
                sources.countedFallback(),
                ascending(Stream.of(excluded, before, since, withdrawn.stream().mapToInt(Integer::intValue))
                        .flatMapToInt(items -> items)
                        .toArray()),
                filters(day, blocks),
                posterior(user, played),
                reach.reach(),
                uplift(),
                day);
    }

    private Supplier<Optional<ScorePosterior.OfUser>> posterior(int user, Optional<InteractionLog> played) {
        if (posterior.isEmpty() || user == UserNumbers.NOBODY) {
            return Optional::empty;
        }
        InteractionLog all = played.orElseGet(() -> plays.of(user));
        return () -> posterior.get().of(all, sources.after(all));
    }

    private Uplift uplift() {
        return uploads.map(LiveUploads::uplifts)
                .<Uplift>map(of -> creator -> of[creator])
                .orElse(creator -> Double.NaN);
    }

    /** Those of the model, which are made once a day, and those of the request. */
    private List<ItemFilter> filters(int day, Blocks blocks) {
        FiltersOfDay made = filters;
        if (made.day() != day) {
            made = new FiltersOfDay(day, fitted.filters(day));
            filters = made;
        }
        return Stream.concat(made.filters().stream(), blocks.filter(fitted.tables(), day).stream())
                .toList();
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

    private boolean isOfTables(int user) {
        return users.isOfTables(user);
    }

    /** Whether features can know a user. */
    boolean hasFeatures(int user) {
        return user != UserNumbers.NOBODY && user < fitted.features().userCount();
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
                        asked.filters()));
    }

    /** The sources alone that fold a user in by these plays, all of the user. */
    List<FittedSource> foldedIn(int user, InteractionLog all) {
        return all.size() == 0 ? List.of() : sources.foldedIn(isOfTables(user) ? user : FoldIn.NOT_IN_TABLES, all);
    }
}
