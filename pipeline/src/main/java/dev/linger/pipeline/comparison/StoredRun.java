package dev.linger.pipeline.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.report.UserValues;
import dev.linger.pipeline.run.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a finished run left in its folder, as far as other runs are compared with it.
 *
 * @param folder of the run
 * @param summary what it is and how it was measured
 * @param inputs digest of each file it read, by the file's name
 * @param cleaning how the data was cleaned
 * @param relevance the blocks of the relevance rules
 * @param users values of each user, one a relevance rule
 * @param bootstrap with the run's own seed, so that its differences are those of the run's own tables
 * @param mae mean absolute error of its ranker on every play after the cut, NaN where it predicts no ratio
 * @param xauc share of pairs of these plays that it orders rightly
 * @param exposed the headline metric of the system on what users were shown, by the first relevance rule
 */
record StoredRun(
        Path folder,
        RunSummary summary,
        Map<String, String> inputs,
        JsonNode cleaning,
        JsonNode relevance,
        List<UserValues> users,
        PairedBootstrap bootstrap,
        double mae,
        double xauc,
        double exposed) {

    /**
     * Reads the folder of a run.
     *
     * @throws InputException if it is not there, is that of a run that did not finish, or is not whole
     */
    static StoredRun read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException("there is no run folder " + folder
                    + "; give folders that linger run made, such as runs/20261121-101500-default");
        }
        JsonFile manifest = JsonFile.read(folder.resolve("manifest.json"));
        RunSummary summary = summary(JsonFile.read(folder.resolve("run.json")));
        String firstRule = summary.rules().get(0).id();
        JsonFile ranker = JsonFile.read(folder.resolve("tables/predictions-pointwise-" + firstRule + ".json"))
                .at("/rows/0");
        JsonFile exposed = JsonFile.read(folder.resolve("tables/stages-exposed-" + firstRule + ".json"));
        return new StoredRun(
                folder,
                summary,
                inputs(manifest),
                cleaning(manifest),
                manifest.at("/config/evaluation/relevance").tree(),
                users(folder, summary),
                new PairedBootstrap(
                        (int) manifest.whole("/config/evaluation/resamples"), new Seed(manifest.whole("/seed"))),
                ranker.number("/MAE"),
                ranker.number("/XAUC"),
                row(exposed, "system", summary.system())
                        .number("/" + summary.metrics().get(0)));
    }

    private static RunSummary summary(JsonFile file) {
        List<RunSummary.Rule> rules = new ArrayList<>();
        for (int at = 0; at < file.at("/rules").tree().size(); at++) {
            JsonFile rule = file.at("/rules/" + at);
            rules.add(new RunSummary.Rule(
                    rule.text("/relevance"),
                    rule.text("/id"),
                    (int) rule.whole("/usersCounted"),
                    (int) rule.whole("/relevantPairs"),
                    (int) rule.whole("/pairsLeftOut"),
                    (int) rule.whole("/usersLeftOut")));
        }
        if (rules.isEmpty()) {
            throw new InputException(file.origin() + ": rules must not be empty; make the run again");
        }
        List<String> metrics = file.texts("/metrics");
        if (metrics.isEmpty()) {
            throw new InputException(file.origin() + ": metrics must not be empty; make the run again");
        }
        return new RunSummary(
                file.text("/name"),
                file.text("/system"),
                metrics,
                (int) file.whole("/candidateLimit"),
                file.text("/universe"),
                file.whole("/cutMillis"),
                file.text("/cut"),
                rules);
    }

    private static Map<String, String> inputs(JsonFile manifest) {
        Map<String, String> digests = new TreeMap<>();
        for (int at = 0; at < manifest.at("/inputs").tree().size(); at++) {
            JsonFile input = manifest.at("/inputs/" + at);
            digests.put(input.text("/path").replaceAll(".*[/\\\\]", ""), input.text("/sha256"));
        }
        return digests;
    }

    /** Without the cap of labels, which older runs have here and which changes no test play, and the layout, which they lack. */
    private static JsonNode cleaning(JsonFile manifest) {
        JsonNode block = manifest.at("/config/data").tree().deepCopy();
        return block instanceof ObjectNode keys ? keys.without(List.of("ratioCap", "type")) : block;
    }

    private static List<UserValues> users(Path folder, RunSummary summary) {
        List<UserValues> users = new ArrayList<>();
        for (RunSummary.Rule rule : summary.rules()) {
            String id = "end-to-end-" + rule.id();
            Path file = folder.resolve(UserValues.fileName(id));
            if (!Files.isRegularFile(file)) {
                throw new InputException(file + " is not there: the folder is not whole; make the run again");
            }
            users.add(UserValues.read(file, id));
        }
        return users;
    }

    private static JsonFile row(JsonFile table, String column, String value) {
        for (int at = 0; at < table.at("/rows").tree().size(); at++) {
            JsonFile row = table.at("/rows/" + at);
            if (row.text("/" + column).equals(value)) {
                return row;
            }
        }
        throw new InputException(table.origin() + ": has no row of " + value + "; make the run again");
    }

    /** A metric of the run's system, by user, by the relevance rule at this position. */
    double[] values(int rule, String metric) {
        String column = summary.system() + " " + metric;
        UserValues values = users.get(rule);
        if (!values.columns().contains(column)) {
            throw new InputException(folder.resolve(values.fileName()) + ": has no column " + column
                    + "; the run is of another Linger, make it again");
        }
        return values.column(column);
    }
}
