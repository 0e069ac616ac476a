package dev.linger.pipeline.simulate;

import dev.linger.candidates.SeenItems;
import dev.linger.data.Draws;
import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.store.UnfinishedWork;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
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
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.simulation.SyntheticData;
import dev.linger.simulation.world.Catalogue;
import dev.linger.simulation.world.Life;
import dev.linger.simulation.world.LivingWorld;
import dev.linger.simulation.world.PlantedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
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

/**
 * Tries policies in worlds that answer. For each seed a data set is generated, each policy is fitted to it, and then lives through
 * the same days in a {@link LivingWorld} of its own: it is asked for lists, told what was played, and told of new videos.
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
            folder.write("report.html", SimulationPage.of(tables, Set.of(ORACLE, RANDOM)));
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
        for (long seed : plan.seeds()) {
            Path world = worlds.resolve("seed-" + seed);
            live(seed, world);
            delete(world);
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

    private void live(long number, Path folder) {
        Seed seed = new Seed(number);
        Path data = folder.resolve("data");
        SyntheticData.generate(plan.preset(), seed, data, policies.get(0).progress());
        for (int at = 0; at < policies.size(); at++) {
            RunRequest request = policies.get(at).on(data);
            String name = resolved(request).name();
            Path model = folder.resolve("model-" + at);
            log.stage("fit", counts -> {
                Fit.run(new FitRequest(request, Optional.empty(), model));
                return name;
            });
            LiveRecommender live = LiveRecommender.load(model);
            SideTables tables = live.fitted().tables();
            simulate(seed, tables.zone(), world -> new LivePolicy(name, live, world));
            if (at == policies.size() - 1) {
                bounds(seed, tables, live.fitted().retriever().eligibility().seen());
            }
            delete(model);
        }
    }

    private void bounds(Seed seed, SideTables tables, SeenItems seen) {
        simulate(
                seed,
                tables.zone(),
                world -> new ReferencePolicy(
                        ORACLE, world, (user, at) -> video -> world.pull(user, video), seen(tables, seen)));
        simulate(
                seed,
                tables.zone(),
                world -> new ReferencePolicy(
                        RANDOM,
                        world,
                        (user, at) -> {
                            Draws draws = new Draws(seed.derive("random order " + at).stream("of user " + user));
                            return video -> draws.uniform();
                        },
                        seen(tables, seen)));
    }

    /** Users and videos of generated data have their numbers as ids. */
    private static BitSet[] seen(SideTables tables, SeenItems seen) {
        BitSet[] ofUsers = new BitSet[tables.userCount()];
        for (int user = 0; user < ofUsers.length; user++) {
            BitSet videos = new BitSet();
            for (int at = 0; at < seen.count(user); at++) {
                videos.set((int) tables.items().id(seen.item(user, at)).number());
            }
            ofUsers[(int) tables.users().id(user).number()] = videos;
        }
        return ofUsers;
    }

    private void simulate(Seed seed, ZoneId zone, Function<LivingWorld, Policy> made) {
        PlantedModel model = PlantedModel.draw(plan.preset().design(1), seed);
        LivingWorld world = new LivingWorld(model, Life.DEFAULT, seed.derive("life"));
        Policy policy = made.apply(world);
        Outcome outcome = log.stage("simulate", counts -> {
            OutcomeCounts record =
                    new OutcomeCounts(world, Catalogue.TAGS, model.catalogue().authorCount());
            SimulatedDays days = new SimulatedDays(world, policy, zone, plan.videosPerVisit(), workers);
            for (int day = 0; day < plan.days(); day++) {
                days.next(record);
            }
            counts.add("days", plan.days());
            return record.outcome(policy.name());
        });
        outcomes.computeIfAbsent(policy.name(), none -> new ArrayList<>()).add(outcome);
        log.say(String.format(
                Locale.ROOT,
                "seed %s, %s: %.2f seconds a visit",
                seed.value(),
                policy.name(),
                outcome.secondsPerVisit()));
    }
}
