package dev.linger.pipeline.offpolicy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import dev.linger.pipeline.report.ConsoleReport;
import dev.linger.pipeline.report.ReportWriter;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.Manifest;
import dev.linger.pipeline.run.RunFolder;
import dev.linger.pipeline.run.RunLog;
import dev.linger.recommender.live.LiveRecommender;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Estimates from what a server kept what another model would have brought. */
public final class OffPolicy {
    private static final String NAME = "off-policy";

    private OffPolicy() {}

    /**
     * Carries out the evaluation and prints its tables.
     *
     * @param out folder of all runs
     * @param arguments as they were given
     * @return the folder with the tables
     * @throws InputException where nothing can be said
     */
    public static Path run(OffPolicyPlan plan, Path out, boolean quiet, Progress progress, List<String> arguments) {
        Instant started = Instant.now();
        LiveRecommender target = LiveRecommender.load(plan.model());
        WatchRules watch = target.fitted().config().watch();
        ServedLog served = ServedLog.read(plan, target.fitted().config().asOfMillis(), watch);
        requireUsers(served);
        RunFolder folder = RunFolder.create(out, started, NAME);
        Consumer<String> console = quiet ? line -> {} : System.out::println;
        try (RunLog log = new RunLog(folder, console)) {
            List<WeighedList> lists = log.stage("replay", counts -> {
                counts.add("lists", served.lists().size())
                        .add("plays", served.plays().size());
                return new TargetReplay(target, new RewardModel(served.lists())).weigh(served, progress);
            });
            List<ResultTable> tables = new OffPolicyTables(plan, served, new Estimates(lists, plan.clip())).all();
            ReportWriter writer = new ReportWriter(folder);
            tables.forEach(writer::write);
            ConsoleReport.blocks(tables).forEach(log::say);
            folder.finish(Manifest.here(arguments, started, 0, 1, settings(plan), List.of(), log.stages())
                    .json());
            log.say("Everything is in " + folder.path() + ": tables, manifest.json, run.log");
        } catch (InputException mistake) {
            folder.discard();
            throw mistake;
        }
        folder.close();
        return folder.path();
    }

    private static void requireUsers(ServedLog served) {
        long users =
                served.lists().stream().mapToInt(ServedList::user).distinct().count();
        if (users < UserMean.FEWEST_USERS) {
            throw new InputException("the " + served.lists().size() + " drawn lists are of " + users
                    + " users; an interval needs " + UserMean.FEWEST_USERS + " at least");
        }
    }

    private static ObjectNode settings(OffPolicyPlan plan) {
        ObjectNode settings = JsonNodeFactory.instance
                .objectNode()
                .put("served", plan.served().toString())
                .put("model", plan.model().toString())
                .put("places", plan.places())
                .put("value", plan.value().toString())
                .put("withinMinutes", plan.withinMinutes());
        plan.clip().ifPresent(clip -> settings.put("clip", clip));
        return settings;
    }
}
