package dev.linger.recommender.live;

import dev.linger.candidates.Taste;
import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.SideTables;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.recommender.Answer;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.RequestPath;
import dev.linger.recommender.answer.Explainer;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.answer.UserAnswer.Listed;
import dev.linger.recommender.filter.Blocks;
import dev.linger.recommender.order.OrderContext;
import dev.linger.recommender.retrieval.Retriever;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A fitted recommender and what has been watched and uploaded since. Any number of threads may ask, observe and upload: an answer
 * knows all that was observed before it, but for counts of plays, which sources take once a second by the time of the plays.
 * What is known follows from the fitted recommender and the plays in their order, so the same plays told again give the same
 * state.
 */
public final class LiveRecommender {
    private static final String OBSERVED = "observed";

    private final Recommender fitted;
    private final RequestPath path;
    private final LiveState state;
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    private LiveRecommender(Recommender fitted, InteractionLog history, LiveParts parts) {
        this.fitted = fitted;
        this.path = fitted.path();
        this.state = new LiveState(fitted, history, parts);
    }

    /**
     * Reads a model that {@code fit} wrote; its feature state is this recommender's own from then on.
     *
     * @throws InputException where the folder is no such model, or does not hold the plays that it was fitted to
     */
    public static LiveRecommender load(Path model) {
        return of(Recommender.loadWithRoom(model, Optional.empty()), model);
    }

    private static LiveRecommender of(Recommender fitted, Path model) {
        return of(
                fitted,
                fitted.readHistory(model)
                        .orElseThrow(() -> new InputException(model + " does not hold the plays that it was fitted to,"
                                + " as the model of a run; give one that linger fit made")));
    }

    /**
     * Reads a model and what was known of it later.
     *
     * @param snapshot what {@link #writeSnapshot} wrote
     * @throws InputException as the other does, and where the snapshot is not of this model
     */
    public static LiveRecommender load(Path model, ModelReader snapshot) {
        LiveRecommender live = of(Recommender.loadWithRoom(model, Optional.of(snapshot)), model);
        ObservedColumns observed = observed(live.fitted.tables(), snapshot);
        live.writing(() -> {
            live.state.restore(observed);
            return observed.size();
        });
        return live;
    }

    private static ObservedColumns observed(SideTables tables, ModelReader from) {
        return from.has(OBSERVED)
                ? from.columns(OBSERVED, in -> ObservedColumns.read(tables, in))
                : new ObservedColumns(tables);
    }

    /**
     * Writes what a recommender of this model knows after more plays. It is made of files and these plays, without a look at what
     * this one knows, so that it waits for nobody and nobody for it. Memory: one group of features, and 24 bytes for each play
     * since the fit.
     *
     * @param from the model, or an earlier snapshot of it
     * @param more gives the plays that {@code from} does not know, in their order
     */
    public void writeSnapshot(ModelReader from, Consumer<Consumer<List<LivePlay>>> more, ModelWriter to)
            throws IOException {
        ObservedColumns observed = observed(fitted.tables(), from);
        int known = observed.size();
        more.accept(some -> some.forEach(observed::add));
        fitted.writeFeatures(from, !from.has(OBSERVED), features -> observed.tell(features, known), to);
        to.columns(OBSERVED, observed::write);
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

    /** The places of new videos in lists, as they were configured for the model. */
    public NewVideosConfig newVideos() {
        return fitted.config().newVideos();
    }

    /** How many plays have been observed of videos that the model has. */
    public int observed() {
        return reading(state::observed);
    }

    /** Takes note of plays, in this order; says of each what became of it. */
    public List<Observed> observe(List<LivePlay> some) {
        return writing(() -> some.stream().map(state::observe).toList());
    }

    /** Takes note of plays of users and items of the tables, in this order. */
    public void observe(InteractionLog some) {
        writing(() -> {
            for (int row = 0; row < some.size(); row++) {
                state.observe(some.slice(row, row + 1));
            }
            return some.size();
        });
    }

    /**
     * Takes note of videos that were uploaded, changed or withdrawn, in this order; of the same video the last counts. It does not
     * matter whether plays of a video are observed before or after.
     */
    public void upload(List<LiveVideo> some) {
        writing(() -> {
            some.forEach(state::upload);
            return some.size();
        });
    }

    /** Whether a video may be in a list: the model has it, or it was uploaded, and it has not been withdrawn. */
    public boolean mayRecommend(Id videoId) {
        return reading(() -> state.mayRecommend(videoId));
    }

    /** How many videos that the model has were withdrawn. */
    public int withdrawn() {
        return reading(state::withdrawn);
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
     * The best videos for a user. One whom the tables do not have and who has not played anything gets the fallback's list. With
     * plays such users are ranked as others are, by features that know these plays and no attributes; beyond those for whom the
     * features have room, they get the candidates in the order of stage one.
     */
    public UserAnswer answer(LiveRequest request) {
        return answer(request, rows -> {}, StageTimes.UNHEARD);
    }

    /**
     * The same.
     *
     * @param ranked given the feature rows of the candidates, one a candidate, where these are re-ranked
     * @param times told how long each stage took
     */
    public UserAnswer answer(LiveRequest request, Consumer<FeatureRows> ranked, StageTimes times) {
        StageClock clock = new StageClock(times);
        LiveState.Asked asked = reading(() -> state.ask(request));
        Retriever retriever = state.retriever(asked);
        UserAnswer answer = state.hasFeatures(asked.user())
                ? reranked(asked, retriever, request, ranked, clock)
                : notReranked(asked, retriever, request, clock);
        return withNew(answer, asked, retriever, request, clock);
    }

    /** The same in the order of stage one: no feature row is made and no ranker asked, so it takes a fraction of the time. */
    public UserAnswer retrieved(LiveRequest request) {
        return retrieved(request, StageTimes.UNHEARD);
    }

    /**
     * The same.
     *
     * @param times told how long each stage took
     */
    public UserAnswer retrieved(LiveRequest request, StageTimes times) {
        StageClock clock = new StageClock(times);
        LiveState.Asked asked = reading(() -> state.ask(request));
        Retriever retriever = state.retriever(asked);
        return withNew(notReranked(asked, retriever, request, clock), asked, retriever, request, clock);
    }

    private UserAnswer reranked(
            LiveState.Asked asked,
            Retriever retriever,
            LiveRequest request,
            Consumer<FeatureRows> ranked,
            StageClock clock) {
        Retriever.Found found =
                path.find(state.asNumber(asked.user()), retriever).as(asked.user());
        clock.ended(Stage.RETRIEVE);
        FeatureRows rows = reading(() -> path.rows(found, request.atMillis()));
        clock.ended(Stage.FEATURES);
        ranked.accept(rows);
        OrderContext context = context(asked, retriever, request.seed());
        Answer answer = request.why() ? path.answer(found, rows, context) : path.served(found, rows, context);
        Optional<Explainer.OfUser> reasons = Optional.empty();
        if (request.why()) {
            clock.ended(Stage.RANK);
            reasons = Optional.of(reasons(asked.user(), answer));
        }
        UserAnswer told = UserAnswer.of(fitted, answer, reasons, request.userId(), request.count());
        if (request.why()) {
            told = told.with(fitted.funnel(retriever, state.asNumber(asked.user())));
        }
        clock.ended(request.why() ? Stage.REASONS : Stage.RANK);
        return told;
    }

    /** By all plays of the user, also where no play was observed: what a score has beside them is said as its rest. */
    private Explainer.OfUser reasons(int user, Answer answer) {
        InteractionLog all = reading(() -> state.plays(user));
        return new Explainer(fitted, state.foldedIn(user, all), Optional.of(all)).of(0, answer);
    }

    private UserAnswer notReranked(LiveState.Asked asked, Retriever retriever, LiveRequest request, StageClock clock) {
        UserAnswer answer = asked.isOfNobody()
                ? UserAnswer.ofFallback(
                        fitted,
                        ofAnybody(asked, retriever, request),
                        context(asked, retriever, request.seed()),
                        request.userId(),
                        request.count())
                : UserAnswer.of(
                        fitted,
                        path.retrieved(
                                path.find(state.asNumber(asked.user()), retriever),
                                context(asked, retriever, request.seed())),
                        Optional.empty(),
                        request.userId(),
                        request.count());
        clock.ended(Stage.RETRIEVE);
        return answer;
    }

    private RankedList ofAnybody(LiveState.Asked asked, Retriever retriever, LiveRequest request) {
        return path.forUnknownUser(retriever, asked.excluded(), request.count());
    }

    /** How the list of a request is drawn, by what is known now; places of new videos are not in it. */
    public ListPolicy policy(LiveRequest request) {
        LiveState.Asked asked = reading(() -> state.ask(request));
        Retriever retriever = state.retriever(asked);
        OrderContext context = context(asked, retriever, request.seed());
        return new ListPolicy(fitted, scored(asked, retriever, request), context);
    }

    private RankedList scored(LiveState.Asked asked, Retriever retriever, LiveRequest request) {
        if (asked.isOfNobody()) {
            return ofAnybody(asked, retriever, request);
        }
        Retriever.Found found =
                path.find(state.asNumber(asked.user()), retriever).as(asked.user());
        return state.hasFeatures(asked.user())
                ? path.scored(found, reading(() -> path.rows(found, request.atMillis())))
                : found.candidates().byStageOne();
    }

    private UserAnswer withNew(
            UserAnswer answer, LiveState.Asked asked, Retriever retriever, LiveRequest request, StageClock clock) {
        if (request.newVideos().every() == 0 || !reading(state::hasNewVideos)) {
            return answer;
        }
        Optional<Taste> taste =
                context(asked, retriever, request.seed()).taste().get();
        List<Listed> best = reading(() -> state.newVideos(request, taste));
        UserAnswer placed = NewVideos.placed(answer, best, request.newVideos().every(), request.count());
        clock.ended(Stage.NEW_VIDEOS);
        return placed;
    }

    /** The list of a user of the tables, who is asked for by number. */
    public RankedList list(int user, long atMillis) {
        LiveState.Asked asked = reading(() -> state.ask(user, atMillis, IntStream.empty(), Blocks.NONE));
        Retriever retriever = state.retriever(asked);
        Retriever.Found found = path.find(user, retriever);
        Seed seed = OrderContext.seed(fitted.tables().users().id(user), atMillis);
        return path.served(found, reading(() -> path.rows(found, atMillis)), context(asked, retriever, seed))
                .list();
    }

    private OrderContext context(LiveState.Asked asked, Retriever retriever, Seed seed) {
        return new OrderContext(
                asked.isOfNobody() ? Optional::empty : () -> retriever.taste(state.asNumber(asked.user())),
                asked.posterior(),
                asked.reach(),
                asked.uplift(),
                seed,
                asked.day());
    }

    private <T> T reading(Supplier<T> what) {
        return holding(lock.readLock(), what);
    }

    private <T> T writing(Supplier<T> what) {
        return holding(lock.writeLock(), () -> {
            T done = what.get();
            state.settle();
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
