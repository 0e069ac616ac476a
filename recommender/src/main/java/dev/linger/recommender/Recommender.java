package dev.linger.recommender;

import dev.linger.candidates.ItemFilter;
import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.config.TypeRegistry;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.features.replay.FeatureState;
import dev.linger.features.skew.FeatureDistributions;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.creators.CreatorUploads;
import dev.linger.recommender.order.OrderContext;
import dev.linger.recommender.order.Orderer;
import dev.linger.recommender.order.OrdererChain;
import dev.linger.recommender.order.OrdererParts;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.Funnel;
import dev.linger.recommender.retrieval.Retriever;
import dev.linger.recommender.scoring.ListScores;
import dev.linger.recommender.scoring.ListScoring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * The fitted whole: its lists of the users that it knows, and, by {@link #path}, each step of a request. It knows nothing of holdouts
 * or metrics: what measures it asks it for lists as any other user does. Immutable; any number of threads may ask.
 */
public final class Recommender {
    private final RecommenderConfig config;
    private final SideTables tables;
    private final Retriever retriever;
    private final FeatureState features;
    private final ListScoring scoring;
    private final Reranker reranker;
    private final OrdererChain orderers;
    private final RequestPath path;
    private final Optional<FeatureDistributions> learned;
    private final Optional<CreatorUploads> uploads;

    /**
     * Puts fitted parts together.
     *
     * @param config how they were fitted
     * @param features stands at the day of {@code config.asOfMillis()}
     */
    public Recommender(
            RecommenderConfig config,
            SideTables tables,
            Retriever retriever,
            FeatureState features,
            Reranker reranker) {
        this(config, tables, retriever, features, reranker, config.asOfMillis(), Optional.empty(), Optional.empty());
    }

    private Recommender(
            RecommenderConfig config,
            SideTables tables,
            Retriever retriever,
            FeatureState features,
            Reranker reranker,
            long requestMillis,
            Optional<FeatureDistributions> learned,
            Optional<CreatorUploads> uploads) {
        this.config = config;
        this.tables = tables;
        this.retriever = retriever;
        this.features = features;
        this.scoring = new ListScoring(features, requestMillis);
        this.reranker = reranker;
        OrdererParts parts = new OrdererParts(
                tables, retriever.comparing().flatMap(source -> source.scorer().similarity()));
        this.orderers = new OrdererChain(config.orderers(), parts);
        this.path = new RequestPath(config, features, reranker, orderers);
        this.learned = learned;
        this.uploads = uploads;
    }

    /**
     * Reads a recommender that {@link #write} wrote, with all types that are on the class path.
     *
     * @throws dev.linger.data.InputException where the folder is no finished model, is damaged, or has a type that is not
     *     installed
     */
    public static Recommender load(Path folder) {
        return RecommenderFolder.read(folder, RecommenderTypes.installed());
    }

    /**
     * The same whose features have room for users that it was not fitted to, numbered after those of the tables: a thousand, and
     * a tenth of those.
     *
     * @param later holds what {@link #writeFeatures} of this recommender wrote, if anything: features that know more plays
     */
    public static Recommender loadWithRoom(Path folder, Optional<ModelReader> later) {
        return RecommenderFolder.readWithRoom(folder, RecommenderTypes.installed(), later);
    }

    /**
     * Writes features that know more plays, as {@link FeatureState#writeLater} does.
     *
     * @param from the folder of this recommender, or what this has written
     * @param isModel whether it is the former
     * @param plays lets a state observe the plays
     */
    public void writeFeatures(ModelReader from, boolean isModel, Consumer<FeatureState> plays, ModelWriter to)
            throws IOException {
        features.writeLater(
                config.features(),
                from.part(RecommenderFolder.FEATURES),
                OptionalInt.of(isModel ? tables.userCount() : features.userCount()),
                plays,
                to.part(RecommenderFolder.FEATURES));
    }

    /**
     * The same, asked at a later instant than that before which it was fitted: its features know what was played on the days
     * before.
     *
     * @param at gives the instant, in milliseconds since 1970-01-01 UTC, in the region whose days the model counts
     * @throws dev.linger.data.InputException where it is earlier: lists would know what came after it
     */
    public static Recommender load(Path folder, ToLongFunction<ZoneId> at) {
        Recommender fitted = load(folder);
        long millis = at.applyAsLong(fitted.tables.zone());
        if (millis < fitted.config.asOfMillis()) {
            throw new InputException(folder + ": knows all plays before "
                    + fitted.inWords(fitted.config.asOfMillis()) + " and cannot be asked as of "
                    + fitted.inWords(millis) + ", which is earlier");
        }
        fitted.features.advanceTo(InteractionLog.dayOf(millis, fitted.tables.zone()));
        return new Recommender(
                fitted.config,
                fitted.tables,
                fitted.retriever.with(fitted.eligibility(millis)),
                fitted.features,
                fitted.reranker,
                millis,
                fitted.learned,
                fitted.uploads);
    }

    private Eligibility eligibility(long atMillis) {
        return retriever.eligibility().at(atMillis, filters(InteractionLog.dayOf(atMillis, tables.zone())));
    }

    /**
     * What leaves items out of the lists of a day.
     *
     * @param day a local day, in days since 1970-01-01
     */
    public List<ItemFilter> filters(int day) {
        return config.filters().stream()
                .map(filter -> filter.create(tables, day))
                .toList();
    }

    /**
     * How many videos might have been in a user's list, and what left out how many.
     *
     * @param asked what finds the list: this one's, or one for a request
     */
    public Funnel funnel(Retriever asked, int user) {
        List<String> names = new ArrayList<>(RecommenderTypes.names(config.filters()));
        while (names.size() < asked.eligibility().filters().size()) {
            names.add(Funnel.BLOCKED);
        }
        return asked.eligibility().funnel(user, names);
    }

    /**
     * The same with sources that were fitted again before a later instant.
     *
     * @param refitted sources of the same names and columns
     * @param asOfMillis the instant, in milliseconds since 1970-01-01 UTC
     */
    public Recommender with(Retriever refitted, long asOfMillis) {
        return new Recommender(
                config.withAsOf(asOfMillis), tables, refitted, features, reranker, asOfMillis, learned, uploads);
    }

    /** The same that knows how the columns of the rows which its rankers learned from are spread. */
    public Recommender with(FeatureDistributions ofLearned) {
        return new Recommender(
                config, tables, retriever, features, reranker, requestMillis(), Optional.of(ofLearned), uploads);
    }

    /** The same that knows what plays do to creators, for orderers that ask. */
    public Recommender withUploads(CreatorUploads fitted) {
        return new Recommender(
                config, tables, retriever, features, reranker, requestMillis(), learned, Optional.of(fitted));
    }

    private String inWords(long millis) {
        return Instant.ofEpochMilli(millis)
                .atZone(tables.zone())
                .toOffsetDateTime()
                .toString();
    }

    /** Writes everything fitted into a new folder. */
    public void write(Path folder) throws IOException {
        write(folder, RecommenderTypes.installed());
    }

    /**
     * The same with the plays that it was fitted to, by which {@link #readHistory} finds reasons.
     *
     * @param notes texts to lie beside it, by the names of their files
     */
    public void write(Path folder, InteractionLog history, Map<String, String> notes) throws IOException {
        requireAsFitted();
        RecommenderFolder.write(this, folder, RecommenderTypes.installed(), to -> {
            to.columns(PlayHistory.FILE, out -> PlayHistory.write(history, out));
            for (Map.Entry<String, String> note : notes.entrySet()) {
                to.text(note.getKey(), note.getValue());
            }
        });
    }

    /** The same with other types than those installed. */
    public void write(Path folder, TypeRegistry types) throws IOException {
        requireAsFitted();
        RecommenderFolder.write(this, folder, types, to -> {});
    }

    private void requireAsFitted() {
        if (requestMillis() != config.asOfMillis()) {
            throw new IllegalStateException("a recommender that is asked at a later instant is not written");
        }
    }

    /**
     * The plays that this recommender was fitted to, from the folder that it was read from; empty where the folder has none, as
     * that of a run.
     */
    public Optional<InteractionLog> readHistory(Path folder) {
        ModelReader from = ModelReader.open(folder);
        return from.has(PlayHistory.FILE)
                ? Optional.of(from.columns(
                        PlayHistory.FILE, in -> PlayHistory.read(in, tables.userCount(), tables.itemCount())))
                : Optional.empty();
    }

    /** The instant at which lists are asked for, in milliseconds since 1970-01-01 UTC. */
    public long requestMillis() {
        return scoring.requestMillis();
    }

    /** The steps of a request, for those who bring more than was fitted. */
    public RequestPath path() {
        return path;
    }

    public RecommenderConfig config() {
        return config;
    }

    public SideTables tables() {
        return tables;
    }

    public Retriever retriever() {
        return retriever;
    }

    public FeatureState features() {
        return features;
    }

    public Reranker reranker() {
        return reranker;
    }

    /** What plays do to creators, as of the fit; empty where no orderer asks, or there were no uploads to learn from. */
    public Optional<CreatorUploads> uploads() {
        return uploads;
    }

    /** How the columns of the rows that its rankers learned from are spread; empty where that is not known. */
    public Optional<FeatureDistributions> learned() {
        return learned;
    }

    /** The best videos for a user whose id in the data is a number; a user who is not in it gets the fallback's. */
    public List<Recommendation> recommend(long userId, int count) {
        return recommend(Id.of(userId), count);
    }

    /** The same for a user whose id is written so, a number or a text as those of the data are. */
    public List<Recommendation> recommend(String userId, int count) {
        return recommend(tables.users().parse(userId), count);
    }

    private List<Recommendation> recommend(Id userId, int count) {
        int user = tables.users().indexOf(userId);
        RankedList list = user == IdIndex.UNKNOWN
                ? path.ordered(
                                path.forUnknownUser(retriever, new int[0], count),
                                OrderContext.UNKNOWN.with(seed(userId)))
                        .list()
                        .top(count)
                : list(user).top(count);
        List<Recommendation> recommendations = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            recommendations.add(new Recommendation(tables.items().id(list.items()[at]), at + 1, list.scores()[at]));
        }
        return List.copyOf(recommendations);
    }

    /** All ranked candidates of a user of the tables, best first. */
    public RankedList list(int user) {
        return served(user).list();
    }

    /** The same list with what it was found by, and the scores that make it alone. */
    public Answer served(int user) {
        Retriever.Found found = path.find(user, retriever);
        return path.served(found, path.rows(found, requestMillis()), context(user));
    }

    /** The same with all that led to it. */
    public Answer answer(int user) {
        Retriever.Found found = path.find(user, retriever);
        return path.answer(found, path.rows(found, requestMillis()), context(user));
    }

    private OrderContext context(int user) {
        OrderContext context = new OrderContext(() -> retriever.taste(user))
                .with(seed(tables.users().id(user)))
                .on(InteractionLog.dayOf(requestMillis(), tables.zone()));
        return uploads.map(of -> context.with(of::uplift)).orElse(context);
    }

    /** Of what is drawn for a user at {@link #requestMillis}. */
    public Seed seed(Id userId) {
        return OrderContext.seed(userId, requestMillis());
    }

    /** What scores lists that are asked for at {@link #requestMillis}. */
    public ListScoring scoring() {
        return scoring;
    }

    /**
     * What each orderer makes of the lists of the one before it, the first of those that the reranker scored; the last are
     * what users get.
     *
     * @param scored one list a user
     */
    public List<List<RankedList>> order(List<RankedList> scored, Workers workers) {
        List<List<RankedList>> orders = new ArrayList<>();
        List<RankedList> before = scored;
        for (Orderer orderer : orderers.all()) {
            List<RankedList> lists = before;
            before = workers.map(lists.size(), at -> {
                RankedList list = lists.get(at);
                return orderer.order(list, context(list.user()));
            });
            orders.add(before);
        }
        return orders;
    }

    /** The first items of candidate or of given lists in the order of every system of the reranker; not ordered further. */
    public List<List<RankedList>> rank(ListScores ofMembers, int longest, Workers workers) {
        return ofMembers.ranked(path::systemScores, longest, workers);
    }

    /** The feature rows of candidate lists. */
    public FeatureRows rows(List<CandidateList> lists) {
        return scoring.rows(lists);
    }
}
