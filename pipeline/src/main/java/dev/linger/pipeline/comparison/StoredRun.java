package dev.linger.pipeline.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.report.UserValues;
import dev.linger.pipeline.run.RunSeal;
import dev.linger.pipeline.run.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a finished run left in its folder, as far as other runs are compared with it.
 *
 * @param folder of the run
 * @param summary what it is and how it was measured
 * @param inputs digest of each file it read, by the file's name
 * @param cleaning how the data was cleaned
 * @param config the whole configuration
 * @param seconds that all its stages take where nothing was kept by earlier runs
 * @param residentMiB peak resident size of its process, NaN where the system did not tell
 * @param relevance the blocks of the relevance rules
 * @param users values of each user, one a relevance rule
 * @param bootstrap with the run's own seed, so that its differences are those of the run's own tables
 * @param mae mean absolute error of its ranker on every play after the cut, NaN where it predicts no ratio, or was not asked, as
 *     on a cluster
 * @param xauc share of pairs of these plays that it orders rightly, NaN where it was not asked
 * @param exposed the headline metric of the system on what users were shown, by the first relevance rule, NaN where it was not
 *     asked
 */
record StoredRun(
        Path folder,
        RunSummary summary,
        Map<String, String> inputs,
        JsonNode cleaning,
        JsonNode config,
        double seconds,
        double residentMiB,
        JsonNode relevance,
        List<UserValues> users,
        PairedBootstrap bootstrap,
        double mae,
        double xauc,
        double exposed) {

    /**
     * Reads the folder of a run.
     *
     * @throws InputException if it is not there, is that of a run that did not finish, or is not as it was written
     */
    static StoredRun read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException("there is no run folder " + folder
                    + "; give folders that linger run made, such as runs/20261121-101500-default");
        }
        RunSeal.check(folder);
        JsonFile manifest = JsonFile.read(folder.resolve(RunSeal.MANIFEST));
        RunSummary summary = summary(JsonFile.read(folder.resolve(RunSummary.FILE)));
        String firstRule = summary.rules().get(0).id();
        Optional<JsonFile> ranker =
                table(folder, "predictions-pointwise-" + firstRule).map(table -> table.at("/rows/0"));
        Optional<JsonFile> exposed = table(folder, "stages-exposed-" + firstRule)
                .map(table -> table.row("system", summary.systemOfGivenLists()));
        return new StoredRun(
                folder,
                summary,
                inputs(manifest),
                cleaning(manifest),
                manifest.at("/config").tree(),
                seconds(manifest),
                residentMiB(manifest),
                manifest.at("/config/evaluation/relevance").tree(),
                summary.rules().stream()
                        .map(rule -> StoredValues.read(folder, summary, rule))
                        .toList(),
                new PairedBootstrap(
                        manifest.whole(
                                "/config/evaluation/resamples",
                                PairedBootstrap.MIN_RESAMPLES,
                                PairedBootstrap.MAX_RESAMPLES),
                        new Seed(manifest.whole("/seed"))),
                ranker.map(row -> row.number("/MAE", 0, Double.MAX_VALUE)).orElse(Double.NaN),
                ranker.map(row -> row.number("/XAUC", 0, 1)).orElse(Double.NaN),
                exposed.map(row -> row.number("/" + summary.metrics().get(0), 0, 1))
                        .orElse(Double.NaN));
    }

    /** A table of the run, whose seal was checked: where the table is missing, the run wrote none. */
    private static Optional<JsonFile> table(Path folder, String id) {
        return Optional.of(folder.resolve("tables/" + id + ".json"))
                .filter(Files::isRegularFile)
                .map(JsonFile::read);
    }

    private static RunSummary summary(JsonFile file) {
        List<RunSummary.Rule> rules = new ArrayList<>();
        for (int at = 0; at < file.at("/rules").tree().size(); at++) {
            JsonFile rule = file.at("/rules/" + at);
            rules.add(new RunSummary.Rule(
                    rule.text("/relevance"),
                    rule.text("/id"),
                    rule.whole("/usersCounted", 0, Integer.MAX_VALUE),
                    rule.whole("/relevantPairs", 0, Integer.MAX_VALUE),
                    rule.whole("/pairsLeftOut", 0, Integer.MAX_VALUE),
                    rule.whole("/usersLeftOut", 0, Integer.MAX_VALUE)));
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
                file.text("/systemOfGivenLists"),
                metrics,
                file.whole("/candidateLimit", 1, Integer.MAX_VALUE),
                file.text("/universe"),
                file.whole("/cutMillis"),
                file.text("/cut"),
                rules);
    }

    private static double seconds(JsonFile manifest) {
        return IntStream.range(0, manifest.at("/stages").tree().size())
                .mapToDouble(stage -> manifest.number("/stages/" + stage + "/seconds", 0, Double.MAX_VALUE)
                        + manifest.tree()
                                .at("/stages/" + stage + "/savedSeconds")
                                .asDouble(0))
                .sum();
    }

    private static double residentMiB(JsonFile manifest) {
        return IntStream.range(0, manifest.at("/stages").tree().size())
                .mapToDouble(stage -> manifest.tree()
                        .at("/stages/" + stage + "/peakResidentMiB")
                        .asDouble(Double.NaN))
                .filter(mib -> !Double.isNaN(mib))
                .max()
                .orElse(Double.NaN);
    }

    static Map<String, String> inputs(JsonFile manifest) {
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

    /** A metric of the run's system, by user, by the relevance rule at this position. */
    double[] values(int rule, String metric) {
        return StoredValues.column(folder, users.get(rule), summary.system() + " " + metric);
    }
}
