package dev.linger.pipeline.simulate;

import dev.linger.candidates.SeenItems;
import dev.linger.data.Dataset;
import dev.linger.data.Draws;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.data.SideTables;
import dev.linger.data.WatchMatrix;
import dev.linger.data.Workers;
import dev.linger.data.store.UnfinishedWork;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.experiment.Loading;
import dev.linger.pipeline.fit.Fit;
import dev.linger.pipeline.fit.FitRequest;
import dev.linger.pipeline.page.SimulationPage;
import dev.linger.pipeline.report.ConsoleReport;
import dev.linger.pipeline.report.ReportWriter;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.Manifest;
import dev.linger.pipeline.run.RunFolder;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.Retriever;
import dev.linger.simulation.SyntheticData;
import dev.linger.simulation.world.Life;
import dev.linger.simulation.world.LivingWorld;
import dev.linger.simulation.world.PlantedModel;
import dev.linger.simulation.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Tries policies in worlds that answer. For each seed a data set is generated, each policy is fitted to it, and then lives through
 * the same days in a {@link LivingWorld} of its own: it is asked for lists, told what was played, and told of new videos. A data
 * set with a fully observed matrix is such a world too, an {@link ObservedWorld}.
 */
public final class Simulation {
    private static final String WORLDS = "worlds";
    private static final String NAME = "simulation";
    private static final String ORACLE = "oracle";
    private static final String RANDOM = "random";

    private final List<RunRequest> policies;
    private final SimulationPlan plan;
    private final RunLog log;
    private final Workers workers;
    private final Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();

    private Simulation(List<RunRequest> policies, SimulationPlan plan, RunLog log, Workers workers) {
        this.policies = policies;
        this.plan = plan;
        this.log = log;
        this.workers = workers;
    }

    /**
     * Carries out a simulation and prints its tables.
     *
     * @param policies the configuration of each, of different names; all with the same means
     * @return the folder with the tables
     * @throws InputException where a configuration has a mistake, or two have one name
     */
    public static Path run(List<RunRequest> policies, SimulationPlan plan) {
        List<ResolvedConfig<LingerConfig>> configs =
                policies.stream().map(Simulation::resolved).toList();
        requireNames(configs);
        RunRequest first = policies.get(0);
        Instant started = Instant.now();
        RunFolder folder = RunFolder.create(first.out(), started, NAME);
        Consumer<String> console = first.quiet() ? line -> {} : System.out::println;
        try (RunLog log = new RunLog(folder, console);
                Workers workers = new Workers(first.threads())) {
            List<ResultTable> tables = new Simulation(policies, plan, log, workers)
                    .tables(folder.path().resolve(WORLDS));
            ReportWriter writer = new ReportWriter(folder);
            tables.forEach(writer::write);
            folder.write("report.html", SimulationPage.of(tables, Set.of(ORACLE, RANDOM), OneNumberLines.of(configs)));
            ConsoleReport.blocks(tables.stream()
                            .filter(table -> table.length() != ResultTable.Length.LONG)
                            .toList())
                    .forEach(log::say);
            configs.forEach(config -> folder.write("policies/" + config.name() + ".json", config.json()));
            folder.finish(Manifest.here(
                            first.commandLine(),
                            started,
                            plan.seeds().get(0),
                            first.threads(),
                            configs.get(0).tree(),
                            List.of(),
                            log.stages())
                    .json());
            log.say("Everything is in " + folder.path() + ": report.html, tables, policies, manifest.json, run.log");
        } catch (InputException mistake) {
            folder.discard();
            throw mistake;
        }
        folder.close();
        return folder.path();
    }

    private static void requireNames(List<ResolvedConfig<LingerConfig>> policies) {
        Set<String> names = new HashSet<>();
        for (ResolvedConfig<LingerConfig> policy : policies) {
            if (!names.add(policy.name())
                    || policy.name().equals(ORACLE)
                    || policy.name().equals(RANDOM)) {
                throw new InputException("--policy " + policy.name()
                        + ": another policy is called so; give each a file name of its own");
            }
        }
    }

    private static ResolvedConfig<LingerConfig> resolved(RunRequest policy) {
        return LingerConfig.resolve(policy.config(), policy.settings());
    }

    private List<ResultTable> tables(Path worlds) {
        if (plan.data().isPresent()) {
            live(observed(plan.data().get()), worlds);
        } else {
            for (long seed : plan.seeds()) {
                Path world = worlds.resolve("seed-" + seed);
                live(generated(seed, world), world);
                delete(world);
            }
        }
        delete(worlds);
        return SimulationTables.of(outcomes, plan);
    }

    private static void delete(Path tree) {
        try {
            UnfinishedWork.deleteTree(tree);
        } catch (IOException failure) {
            throw new UncheckedIOException(tree + " cannot be removed", failure);
        }
    }

    private Scene generated(long number, Path folder) {
        Seed seed = new Seed(number);
        Path data = folder.resolve("data");
        SyntheticData.generate(plan.preset(), seed, data, policies.get(0).progress());
        if (plan.burnIn() > 0) {
            burnIn(seed).append(data);
        }
        return new Scene("seed " + number, data, () -> burnIn(seed).world(), false, 1, user -> 0, seed);
    }

    private BurnIn burnIn(Seed seed) {
        PlantedModel model = PlantedModel.draw(plan.preset().design(1), seed);
        LivingWorld world = new LivingWorld(model, Life.DEFAULT, seed.derive("life"));
        return BurnIn.live(world, plan, seed, model.catalogue().days().zone(), workers);
    }

    private Scene observed(Path folder) {
        RunRequest request = policies.get(0).on(folder);
        LingerConfig config = resolved(request).value();
        Dataset data = new Loading(request, config, folder, log).load().dataset();
        WatchMatrix matrix = data.smallMatrix();
        if (matrix == null) {
            throw new InputException("--data " + folder
                    + ": it has no fully observed matrix (small_matrix.csv), so that nobody knows what users do with the videos"
                    + " that a policy shows; leave --data out for generated worlds");
        }
        int[] users = Arrays.stream(matrix.user()).distinct().sorted().toArray();
        requireFewShown(folder, matrix.size() / users.length);
        int groups = Math.min(SimulationPlan.GROUPS, users.length);
        return new Scene(
                "matrix",
                folder,
                () -> new ObservedWorld(data, matrix),
                true,
                groups,
                user -> Arrays.binarySearch(users, user) % groups,
                new Seed(config.seed()));
    }

    /** A policy that shows a user everything is as good as any other. */
    private void requireFewShown(Path folder, int videosOfUser) {
        long shown = (long) plan.days() * plan.videosPerVisit();
        if (shown * 2 > videosOfUser) {
            throw new InputException(
                    "--days " + plan.days() + " and --videos " + plan.videosPerVisit() + " show every user "
                            + shown + " videos, but the matrix of " + folder + " has " + videosOfUser
                            + " of a user: shown more than half of them, policies hardly differ; make one of the two smaller");
        }
    }

    private void live(Scene scene, Path models) {
        for (int at = 0; at < policies.size(); at++) {
            RunRequest request = policies.get(at).on(scene.data());
            String name = resolved(request).name();
            Path model = models.resolve("model-" + at);
            log.stage("fit", counts -> {
                Fit.run(new FitRequest(request, Optional.empty(), model));
                return name;
            });
            LiveRecommender live = scene.isObserved() ? showingTheMatrix(model) : LiveRecommender.load(model);
            SideTables tables = live.fitted().tables();
            simulate(scene, tables.zone(), world -> new LivePolicy(name, live, world));
            if (at == policies.size() - 1) {
                bounds(scene, tables, live.fitted().retriever().eligibility().seen());
            }
            delete(model);
        }
    }

    /** The model that leaves out what users have played before, and nothing of the matrix. */
    private static LiveRecommender showingTheMatrix(Path model) {
        Recommender fitted = Recommender.loadWithRoom(model, Optional.empty());
        if (!fitted.retriever().eligibility().rule().isForever()) {
            throw new InputException(
                    "candidates.rewatches: a video is shown to a user of an observed matrix once, since it would be"
                            + " watched the same way again; leave it out");
        }
        InteractionLog history = fitted.readHistory(model).orElseThrow();
        Retriever retriever = fitted.retriever();
        Eligibility all = new Eligibility(
                retriever.eligibility().universe(),
                SeenItems.of(history, fitted.tables().userCount()),
                retriever.eligibility().filters());
        return LiveRecommender.of(
                fitted.with(
                        new Retriever(retriever.sources(), retriever.fallback(), all),
                        fitted.config().asOfMillis()),
                history);
    }

    private void bounds(Scene scene, SideTables tables, SeenItems seen) {
        simulate(
                scene,
                tables.zone(),
                world -> new ReferencePolicy(
                        ORACLE, world, (user, at) -> video -> world.pull(user, video), seen(world, tables, seen)));
        simulate(
                scene,
                tables.zone(),
                world -> new ReferencePolicy(
                        RANDOM,
                        world,
                        (user, at) -> {
                            Draws draws =
                                    new Draws(scene.seed().derive("random order " + at).stream("of user " + user));
                            return video -> draws.uniform();
                        },
                        seen(world, tables, seen)));
    }

    private static BitSet[] seen(World world, SideTables tables, SeenItems seen) {
        BitSet[] ofUsers = new BitSet[tables.userCount()];
        for (int user = 0; user < ofUsers.length; user++) {
            BitSet videos = new BitSet();
            for (int item : seen.items(user)) {
                videos.set(world.videoOf(tables.items().id(item)));
            }
            ofUsers[world.userOf(tables.users().id(user))] = videos;
        }
        return ofUsers;
    }

    private void simulate(Scene scene, ZoneId zone, Function<World, Policy> made) {
        World world = scene.world().get();
        Policy policy = made.apply(world);
        List<Outcome> lived = log.stage("simulate", counts -> {
            List<OutcomeCounts> groups = IntStream.range(0, scene.groups())
                    .mapToObj(group -> new OutcomeCounts(world))
                    .toList();
            SimulatedDays days = new SimulatedDays(world, policy, zone, plan.videosPerVisit(), workers);
            for (int day = 0; day < plan.days(); day++) {
                days.next(user -> groups.get(scene.groupOf().applyAsInt(user)));
                groups.forEach(OutcomeCounts::endDay);
            }
            counts.add("days", plan.days());
            return groups.stream().map(group -> group.outcome(policy.name())).toList();
        });
        outcomes.computeIfAbsent(policy.name(), none -> new ArrayList<>()).addAll(lived);
        log.say(String.format(
                Locale.ROOT,
                "%s, %s: %.2f seconds a visit",
                scene.name(),
                policy.name(),
                SeedInterval.of(lived.stream()
                                .mapToDouble(Outcome::secondsPerVisit)
                                .toArray())
                        .mean()));
    }
}
