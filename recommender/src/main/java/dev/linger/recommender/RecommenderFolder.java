package dev.linger.recommender;

import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import dev.linger.data.Friends;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.config.FlatRecords;
import dev.linger.data.config.TypeRegistry;
import dev.linger.data.snapshot.TablesColumns;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.replay.FeatureState;
import dev.linger.features.skew.FeatureDistributions;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.RecommenderConfig.NamedSource;
import dev.linger.recommender.creators.CreatorUploads;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.Retriever;
import dev.linger.recommender.retrieval.SeenRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A recommender as a folder: {@value #CONFIG} says what it is made of, and each part has files of its own. Nothing in it is
 * executed when it is read.
 */
final class RecommenderFolder {
    private static final String CONFIG = "recommender.conf";
    private static final String VERSION = "linger model 4";
    private static final String TABLES = "tables";
    private static final String FRIENDS = "friends";
    private static final String UNIVERSE = "universe";
    private static final String SEEN = "seen";
    private static final String SEEN_FOR = "seen-for";
    private static final String SOURCES = "sources";
    private static final String FALLBACK = "fallback";
    static final String FEATURES = "features";
    private static final String RANKER = "ranker";
    private static final String LEARNED = "learned-columns";
    private static final String UPLOADS = "creator-uploads";
    private static final int FEWEST_NEW_USERS = 1_000;

    private RecommenderFolder() {}

    static void write(Recommender recommender, Path folder, TypeRegistry types, More more) throws IOException {
        ModelWriter to = ModelWriter.create(folder);
        List<String> lines = FlatRecords.write(RecommenderConfig.class, recommender.config(), types);
        to.text(CONFIG, VERSION + "\n" + String.join("\n", lines) + "\n");
        to.columns(TABLES, out -> TablesColumns.write(recommender.tables(), out));
        if (usesFriends(recommender.config())) {
            to.columns(FRIENDS, recommender.tables().userTable().friends()::write);
        }
        Eligibility eligibility = recommender.retriever().eligibility();
        to.columns(UNIVERSE, eligibility.universe()::write);
        to.columns(SEEN, eligibility.seen()::write);
        if (!eligibility.rule().isForever()) {
            to.columns(SEEN_FOR, out -> {
                out.number(eligibility.rule().forMillis());
                eligibility.seen().writeTimes(out);
            });
        }
        for (FittedSource source : recommender.retriever().sources()) {
            source.scorer().write(to.part(SOURCES).part(source.name()));
        }
        recommender.retriever().fallback().scorer().write(to.part(FALLBACK));
        recommender.features().write(to.part(FEATURES));
        recommender.reranker().write(to.part(RANKER));
        if (recommender.learned().isPresent()) {
            to.columns(LEARNED, recommender.learned().get()::write);
        }
        if (recommender.uploads().isPresent()) {
            to.columns(UPLOADS, recommender.uploads().get()::write);
        }
        more.writeTo(to);
        to.finish();
    }

    /** Where nothing looks at friends they are not written. */
    private static boolean usesFriends(RecommenderConfig config) {
        return config.sources().stream()
                        .anyMatch(source -> source.source().uses().contains(SideData.FRIENDS))
                || config.features().groups().stream()
                        .anyMatch(group -> group.uses().contains(SideData.FRIENDS));
    }

    static Recommender read(Path folder, TypeRegistry types) {
        return read(
                folder,
                types,
                (config, tables, retriever, from) -> FeatureState.read(
                        config.features(),
                        tables,
                        config.watch(),
                        retriever.columns().columns(),
                        from));
    }

    /**
     * The same whose features have room for more users than the tables.
     *
     * @param later where the features are read from in place of the folder, if anywhere; they were written with that room
     */
    static Recommender readWithRoom(Path folder, TypeRegistry types, Optional<ModelReader> later) {
        return read(folder, types, (config, tables, retriever, from) -> {
            SideTables withRoom = tables.withRoom(room(tables.userCount()));
            return FeatureState.read(
                    config.features(),
                    withRoom,
                    config.watch(),
                    retriever.columns().columns(),
                    later.map(in -> in.part(FEATURES)).orElse(from),
                    OptionalInt.of((later.isPresent() ? withRoom : tables).userCount()));
        });
    }

    /** New users of whom features can know something: some for a small model, a tenth of those of a large one. */
    private static int room(int userCount) {
        return FEWEST_NEW_USERS + userCount / 10;
    }

    private static Recommender read(Path folder, TypeRegistry types, Features read) {
        ModelReader from = ModelReader.open(folder);
        RecommenderConfig config = config(folder, from, types);
        SideTables plain = from.columns(TABLES, TablesColumns::read);
        SideTables tables = from.has(FRIENDS)
                ? plain.with(from.columns(FRIENDS, in -> Friends.read(in, plain.userCount())))
                : plain;
        Universe universe = from.columns(UNIVERSE, in -> Universe.read(in, tables.itemCount()));
        int day = InteractionLog.dayOf(config.asOfMillis(), tables.zone());
        Eligibility eligibility = new Eligibility(
                universe,
                from.columns(SEEN, in -> SeenItems.read(in, tables.userCount(), tables.itemCount())),
                config.filters().stream()
                        .map(filter -> filter.create(tables, day))
                        .toList());
        Retriever retriever = new Retriever(
                config.sources().stream()
                        .map(source -> fitted(source, from.part(SOURCES).part(source.name()), tables))
                        .toList(),
                fitted(config.fallback(), from.part(FALLBACK), tables),
                from.has(SEEN_FOR) ? from.columns(SEEN_FOR, in -> seenFor(eligibility, in)) : eligibility);
        FeatureState features = read.of(config, tables, retriever, from.part(FEATURES));
        Recommender fitted =
                new Recommender(config, tables, retriever, features, Reranker.read(config.ranker(), from.part(RANKER)));
        requireSameColumns(fitted, from);
        Recommender recommender =
                from.has(UPLOADS) ? fitted.withUploads(from.columns(UPLOADS, in -> uploads(in, tables))) : fitted;
        return from.has(LEARNED)
                ? recommender.with(from.columns(LEARNED, in -> FeatureDistributions.read(in, features.columns())))
                : recommender;
    }

    private static CreatorUploads uploads(ColumnReader in, SideTables tables) throws IOException {
        return CreatorUploads.read(
                in, tables.itemTable().creator().map(of -> of.levels().size()).orElse(0));
    }

    private static Eligibility seenFor(Eligibility forever, ColumnReader in) throws IOException {
        SeenRule rule = new SeenRule(in.number64());
        return new Eligibility(forever.universe(), forever.seen().readTimes(in), rule, forever.filters());
    }

    /** Has no rows scored, which every ranker refuses where their columns are not those that it learned from. */
    private static void requireSameColumns(Recommender recommender, ModelReader from) {
        try {
            recommender.reranker().memberScores(recommender.rows(List.of()));
        } catch (IllegalArgumentException others) {
            throw new InputException(
                    from.path(RANKER) + ": not of the features beside it: " + others.getMessage()
                            + "; copy the whole model again or fit it again",
                    others);
        }
    }

    private static FittedSource fitted(NamedSource source, ModelReader from, SideTables tables) {
        return new FittedSource(source.name(), source.source(), source.source().read(from, tables));
    }

    private static RecommenderConfig config(Path folder, ModelReader from, TypeRegistry types) {
        List<String> lines = from.text(CONFIG).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(VERSION)) {
            throw new InputException(folder.resolve(CONFIG) + ": begins with \""
                    + (lines.isEmpty() ? "" : lines.get(0)) + "\", not \"" + VERSION
                    + "\": the model is of another version of Linger; fit it again");
        }
        try {
            return FlatRecords.read(RecommenderConfig.class, lines.subList(1, lines.size()), types);
        } catch (InputException mistake) {
            throw new InputException(folder.resolve(CONFIG) + ": " + mistake.getMessage(), mistake);
        }
    }

    /** Reads the features of a model. */
    @FunctionalInterface
    private interface Features {
        FeatureState of(RecommenderConfig config, SideTables tables, Retriever retriever, ModelReader from);
    }

    /** Writes what lies in the folder beside the recommender. */
    @FunctionalInterface
    interface More {
        void writeTo(ModelWriter to) throws IOException;
    }
}
