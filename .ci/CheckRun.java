import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Fails where a run lacks a table or holds a number that cannot be: {@code CheckRun OUT_DIR [kuairand-pure]}. */
public final class CheckRun {
    private static final List<String> RULES = List.of("ratio-gt-1-0", "debiased-p80");
    private static final List<String> LIST_TABLES = List.of("stages", "cutoffs", "comparisons", "quality");
    private static final List<String> OTHER_TABLES = List.of(
            "data-files",
            "data-rules",
            "data-log",
            "features",
            "als-search",
            "als-loss",
            "ranker-rounds",
            "ranker-importance",
            "ranker-blend",
            "predictions-pointwise-ratio-gt-1-0",
            "calibration-pointwise-ratio-gt-1-0");
    private static final List<String> FILES = List.of(
            "config.json",
            "manifest.json",
            "run.log",
            "candidates.csv",
            "recommendations.csv",
            "als-user-factors.csv",
            "als-item-factors.csv",
            "ranker-lightgbm.txt");

    private final Path run;
    private final List<String> failures = new ArrayList<>();
    private int checks;

    private CheckRun(Path run) {
        this.run = run;
    }

    public static void main(String[] args) throws IOException {
        CheckRun check = new CheckRun(onlyRun(Path.of(args[0])));
        check.everythingIsThere();
        for (String rule : RULES) {
            check.stages(rule);
            check.ceilings(rule);
        }
        check.predictions();
        if (args.length > 1 && args[1].equals("kuairand-pure")) {
            check.knownFigures();
        }
        check.failures.forEach(failure -> System.out.println("FAILED " + failure));
        System.out.println(check.run + ": " + (check.checks - check.failures.size()) + " of " + check.checks
                + " checks of tables and numbers hold");
        System.exit(check.failures.isEmpty() ? 0 : 1);
    }

    private static Path onlyRun(Path out) throws IOException {
        try (Stream<Path> found = Files.list(out)) {
            return found.filter(folder -> Files.exists(folder.resolve("run.log")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no run in " + out));
        }
    }

    private void everythingIsThere() {
        List<String> tables = new ArrayList<>(OTHER_TABLES);
        for (String rule : RULES) {
            for (String table : LIST_TABLES) {
                tables.add(table + "-end-to-end-" + rule);
                tables.add(table + "-exposed-" + rule);
            }
            tables.add("candidates-end-to-end-" + rule);
        }
        for (String table : tables) {
            check(Files.exists(run.resolve("tables/" + table + ".json")), "table " + table + " is missing");
            check(Files.exists(run.resolve("tables/" + table + ".csv")), "table " + table + ".csv is missing");
        }
        FILES.forEach(file -> check(Files.exists(run.resolve(file)), file + " is missing"));
    }

    private void stages(String rule) throws IOException {
        JsonNode table = table("stages-end-to-end-" + rule);
        double ceiling = number(row(table, "system", "oracle"), "NDCG@10");
        for (JsonNode row : table.get("rows")) {
            for (String metric : List.of("NDCG@10", "Recall@50", "Recall@100", "HitRate@10", "MAP@10")) {
                double value = number(row, metric);
                check(value >= 0 && value <= 1, rule + " " + row.get("system") + " " + metric + " is " + value);
            }
            check(number(row, "NDCG@10") <= ceiling, rule + " " + row.get("system") + " is above the oracle");
        }
        List<JsonNode> rows = new ArrayList<>();
        table.get("rows").forEach(rows::add);
        JsonNode chosen = rows.get(rows.size() - 2); // the last row before the oracle
        double popularity = number(row(table, "system", "popularity"), "NDCG@10");
        double random = number(row(table, "system", "random"), "NDCG@10");
        check(number(chosen, "NDCG@10") > popularity, rule + " " + chosen.get("system") + " is below popularity");
        check(random < popularity, rule + " random is not below popularity");
    }

    private void ceilings(String rule) throws IOException {
        double oracle = number(row(table("stages-end-to-end-" + rule), "system", "oracle"), "Recall@100");
        double before = 0;
        for (JsonNode row : table("candidates-end-to-end-" + rule).get("rows")) {
            before = row.get("N").asInt() == 50 ? 0 : before;
            double recall = number(row, "Recall@N");
            check(recall >= before && recall <= 1, rule + " recall of " + row + " falls or is above 1");
            boolean als100 = row.get("source").asText().equals("als") && row.get("N").asInt() == 100;
            check(!als100 || recall <= oracle, rule + " recall of 100 candidates is above its ceiling " + oracle);
            before = recall;
        }
    }

    private void predictions() throws IOException {
        JsonNode table = table("predictions-pointwise-ratio-gt-1-0");
        double ranker = number(table.get("rows").get(0), "MAE");
        for (String constant : List.of("global mean", "global median", "user mean", "item mean")) {
            double mae = number(row(table, "ranker", constant), "MAE");
            check(ranker < mae, "MAE of the ranker is " + ranker + ", of the " + constant + " " + mae);
        }
    }

    /** What an independent implementation gives on this log. */
    private void knownFigures() throws IOException {
        JsonNode stages = table("stages-end-to-end-ratio-gt-1-0");
        JsonNode candidates = table("candidates-end-to-end-ratio-gt-1-0");
        check(stages.at("/caption/usersCounted").asInt() == 4698, "users counted: " + stages.at("/caption"));
        near("popularity NDCG@10", .022, number(row(stages, "system", "popularity"), "NDCG@10"), .002);
        near("popularity Recall@50", .149, number(row(stages, "system", "popularity"), "Recall@50"), .004);
        for (JsonNode row : candidates.get("rows")) {
            if (row.get("source").asText().equals("popularity") && row.get("N").asInt() == 300) {
                near("popularity Recall@300", .423, number(row, "Recall@N"), .006);
            }
        }
    }

    private void near(String what, double expected, double actual, double tolerance) {
        check(
                Math.abs(expected - actual) <= tolerance,
                String.format(Locale.ROOT, "%s is %.4f, not %.3f", what, actual, expected));
    }

    private void check(boolean holds, String failure) {
        checks++;
        if (!holds) {
            failures.add(failure);
        }
    }

    private JsonNode table(String id) throws IOException {
        return new ObjectMapper().readTree(run.resolve("tables/" + id + ".json").toFile());
    }

    private static double number(JsonNode row, String column) {
        if (!row.path(column).isNumber()) {
            throw new IllegalStateException("no number " + column + " in " + row);
        }
        return row.get(column).asDouble();
    }

    private static JsonNode row(JsonNode table, String column, String name) {
        for (JsonNode row : table.get("rows")) {
            if (row.get(column).asText().equals(name)) {
                return row;
            }
        }
        throw new IllegalStateException("no row " + name + " in table " + table.get("id"));
    }
}
