import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at the folder of a run as a sceptical reader would: is everything there, and can the numbers be true?
 *
 * <pre>java -cp pipeline/target/linger.jar .ci/CheckRun.java RUN_FOLDER [--kuairand | --preset NAME]</pre>
 *
 * <p>Prints one line a check; exit code 1 if one fails. With --kuairand the run must be of KuaiRand-Pure with the default
 * configuration, for which figures are known that were counted without Linger. With --preset it is of a generated log that is
 * not like KuaiRec's, in which something cannot be measured or learned; the run must have said what.
 */
final class CheckRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ALL_RULES = List.of("ratio-gt-1-0", "debiased-p80");
    private static final List<String> CLASSIFIERS = List.of("lightgbm-binary", "lightgbm-binary-of-candidates");

    /** Which rules can be measured on each preset. */
    private static final Map<String, List<String>> RULES_OF_PRESETS = Map.of(
            "few-levels", List.of("ratio-gt-1-0"), "decades", ALL_RULES, "capped", List.of("debiased-p80"));

    /** What the summary must say of each, in parts of its notes. */
    private static final Map<String, List<String>> NOTICES_OF_PRESETS = Map.of(
            "few-levels", List.of("debiased p80 is left out", "the baseline shortest is not shown"),
            "decades", List.of(),
            "capped",
                    List.of(
                            "ratio > 1.0 is left out",
                            "the source recent-liked is left out",
                            "lightgbm binary of candidates is left out of the blend"));
    private static final List<String> FILES = List.of(
            "run.log",
            "config.json",
            "manifest.json",
            "SHA256SUMS",
            "candidates.csv",
            "recommendations.csv",
            "relevant.csv",
            "videos.csv",
            "model/SHA256SUMS",
            "model/recommender.conf",
            "model/sources/als/factors",
            "run.json",
            "model/ranker/member-0/trees.txt",
            "model/ranker/member-1/trees.txt",
            "model/ranker/member-2/trees.txt");
    private static final List<String> TABLES = List.of(
            "data-files",
            "data-rules",
            "data-log",
            "features",
            "source-settings",
            "source-loss",
            "candidate-quotas",
            "feature-skew",
            "ranker-rounds-lightgbm-regression-l1",
            "ranker-importance-lightgbm-regression-l1",
            "ranker-rounds-lightgbm-binary",
            "ranker-importance-lightgbm-binary",
            "ranker-rounds-lightgbm-binary-of-candidates",
            "ranker-importance-lightgbm-binary-of-candidates",
            "ranker-blend",
            "summary");

    private final Path run;
    private final String preset;
    private final List<String> rules;
    private final Map<String, JsonNode> tables = new TreeMap<>();
    private int failures;

    /** @param preset of generated data that is not like KuaiRec's; else empty */
    private CheckRun(Path run, String preset) {
        this.run = run;
        this.preset = preset;
        this.rules = RULES_OF_PRESETS.getOrDefault(preset, ALL_RULES);
    }

    public static void main(String[] args) throws IOException {
        int preset = List.of(args).indexOf("--preset");
        CheckRun check = new CheckRun(Path.of(args[0]), preset < 0 ? "" : args[preset + 1]);
        check.everythingIsThere();
        if (check.failures == 0) {
            check.everyNumberIsPossible();
            check.rules.forEach(check::stagesAreInOrder);
            check.whatIsLeftOutIsSaid();
            check.predictionsBeatConstants();
            check.listsAreLists("candidates.csv");
            check.listsAreLists("recommendations.csv");
        }
        if (check.failures == 0 && List.of(args).contains("--kuairand")) {
            check.figuresOfKuaiRandAreMet();
        }
        System.out.printf(Locale.ROOT, "%s: %s%n", args[0], check.failures == 0 ? "all checks passed" : "CHECKS FAILED");
        System.exit(check.failures == 0 ? 0 : 1);
    }

    private void everythingIsThere() throws IOException {
        Set<String> expected = new HashSet<>(FILES);
        List<String> ids = new ArrayList<>(TABLES);
        ids.add("predictions-pointwise-" + rules.get(0));
        ids.add("calibration-pointwise-" + rules.get(0));
        if (preset.equals("capped")) {
            ids.removeIf(id -> CLASSIFIERS.stream().anyMatch(id::endsWith));
            expected.remove("model/ranker/member-1/trees.txt");
            expected.remove("model/ranker/member-2/trees.txt");
        }
        boolean dense = Files.exists(run.resolve("tables/stages-dense-" + rules.get(0) + ".json"));
        for (String rule : rules) {
            expected.add("per-user/end-to-end-" + rule + ".csv");
            ids.add("candidates-end-to-end-" + rule);
            ids.add("sources-end-to-end-" + rule);
            for (String protocol : dense ? List.of("end-to-end", "exposed", "dense") : List.of("end-to-end", "exposed")) {
                for (String table : List.of("stages", "cutoffs", "comparisons", "quality")) {
                    ids.add(table + "-" + protocol + "-" + rule);
                }
            }
        }
        ids.forEach(id -> expected.addAll(List.of("tables/" + id + ".csv", "tables/" + id + ".json")));
        List<String> missing = expected.stream().filter(name -> isEmpty(run.resolve(name))).sorted().toList();
        expect(missing.isEmpty(), expected.size() + " files expected; missing or empty: " + missing);
        try (Stream<Path> all = Files.walk(run)) {
            List<Path> unfinished = all.filter(file -> file.toString().endsWith(".unfinished")).toList();
            expect(unfinished.isEmpty(), "files left unfinished: " + unfinished);
        }
        if (failures == 0) {
            for (String id : ids) {
                tables.put(id, JSON.readTree(run.resolve("tables/" + id + ".json").toFile()));
            }
            List<String> bare = ids.stream().filter(id -> rows(id).isEmpty()).toList();
            expect(bare.isEmpty(), "tables without a row: " + bare);
            boolean smallMatrix = column("data-files", "file").contains("small_matrix.csv");
            expect(dense == smallMatrix, "dense tables: " + dense + "; small matrix in the data: " + smallMatrix);
            JsonNode manifest = JSON.readTree(run.resolve("manifest.json").toFile());
            expect(manifest.path("stages").size() == 8, "stages in the manifest: " + manifest.path("stages").size());
        }
    }

    private static boolean isEmpty(Path file) {
        try {
            return !Files.exists(file) || Files.size(file) == 0;
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** Every metric of lists lies in 0..1, and so do AUCs; no number is infinite; no loss of ALS rises. */
    private void everyNumberIsPossible() {
        int numbers = 0;
        List<String> impossible = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : tables.entrySet()) {
            for (JsonNode row : rows(table.getKey())) {
                for (Map.Entry<String, JsonNode> cell : row.properties()) {
                    numbers += cell.getValue().isNumber() ? 1 : 0;
                    if (!isPossible(cell.getKey(), cell.getValue())) {
                        impossible.add(table.getKey() + ": " + row);
                    }
                }
            }
        }
        expect(numbers > 1_000 && impossible.isEmpty(), numbers + " numbers in all tables; impossible: " + impossible);
        for (String source : new TreeSet<>(column("source-loss", "source"))) {
            List<Double> loss = rows("source-loss").stream()
                    .filter(row -> row.path("source").asText().equals(source))
                    .map(row -> row.path("loss").asDouble())
                    .toList();
            expect(
                    loss.stream().sorted(Comparator.reverseOrder()).toList().equals(loss),
                    "loss of " + source + ", never rising: " + shown(loss.get(0)) + " to "
                            + shown(loss.get(loss.size() - 1)));
        }
    }

    private static boolean isPossible(String name, JsonNode value) {
        if (!value.isNumber()) {
            // JSON has no infinity: one would stand as text.
            return !Set.of("Infinity", "-Infinity", "NaN").contains(value.asText());
        }
        boolean share = name.matches("(NDCG|Recall|Precision|HitRate|MRR|MAP|Coverage)@.*|@\\d+|warm|cold|.AUC|win rate");
        return !share || value.asDouble() >= 0 && value.asDouble() <= 1;
    }

    /** Of the lists a user gets: above every list that is the same for all, below the oracle, and nobody below random. */
    private void stagesAreInOrder(String rule) {
        String stages = "stages-end-to-end-" + rule;
        List<String> systems = column(stages, "system");
        int oracle = systems.indexOf("oracle");
        int candidates = systems.indexOf("candidates");
        expect(systems.contains("als") && candidates > 0 && oracle > candidates + 1, rule + ": systems " + systems);
        if (failures > 0) {
            return;
        }
        for (String metric : List.of("NDCG@10", "Recall@50", "Recall@100")) {
            double ceiling = value(stages, "oracle", metric);
            for (String system : systems.subList(candidates, oracle)) {
                atMost(rule + ": " + metric + " of " + system, value(stages, system, metric), ceiling, "its ceiling");
            }
        }
        String chosen = systems.get(oracle - 1);
        for (String metric : List.of("NDCG@10", "Recall@50")) {
            for (String same : List.of("popularity", "rate-popularity", "recent-liked")) {
                if (!systems.contains(same) || !preset.isEmpty()) {
                    continue;
                }
                double value = value(stages, same, metric);
                atMost(rule + ": " + metric + " of " + same, value, value(stages, chosen, metric), chosen);
            }
        }
        double random = value(stages, "random", "NDCG@10");
        double worst = systems.stream().mapToDouble(system -> value(stages, system, "NDCG@10")).min().orElseThrow();
        // Of a hundred users of whom most are new, some sources are no better than chance.
        atMost(rule + ": NDCG@10 of random", random, preset.isEmpty() ? worst : value(stages, chosen, "NDCG@10"), "others");
        recallGrowsWithTheList("candidates-end-to-end-" + rule);
    }

    private void recallGrowsWithTheList(String candidates) {
        Map<String, List<Double>> recall = rows(candidates).stream()
                .collect(Collectors.groupingBy(
                        row -> row.path("source").asText(),
                        TreeMap::new,
                        Collectors.mapping(row -> row.path("Recall@N").asDouble(), Collectors.toList())));
        List<String> falling = recall.keySet().stream()
                .filter(source -> !recall.get(source).stream().sorted().toList().equals(recall.get(source)))
                .toList();
        expect(falling.isEmpty(), candidates + ": sources " + recall.keySet() + "; recall falls with N: " + falling);
    }

    private void whatIsLeftOutIsSaid() {
        String notes = tables.get("summary").path("notes").toString();
        for (String notice : NOTICES_OF_PRESETS.getOrDefault(preset, List.of())) {
            expect(notes.contains(notice), "the summary says: " + notice);
        }
    }

    private void predictionsBeatConstants() {
        List<JsonNode> rankers = rows("predictions-pointwise-" + rules.get(0));
        double ranker = rankers.get(0).path("MAE").asDouble(Double.NaN);
        expect(rankers.size() > 1, "MAE of " + rankers.get(0).path("ranker").asText() + " beside constants");
        for (JsonNode constant : rankers.subList(1, rankers.size())) {
            if (constant.path("MAE").isNull()) {
                continue; // an order predicts nothing
            }
            double error = constant.path("MAE").asDouble(Double.NaN);
            expect(
                    ranker < error,
                    "MAE " + shown(ranker) + " is below " + shown(error) + " of "
                            + constant.path("ranker").asText());
        }
    }

    /** Ranks count from 1 for each user, scores never rise, no video stands twice in a list. */
    private void listsAreLists(String name) throws IOException {
        String user = "";
        int rank = 0;
        double score = 0;
        int users = 0;
        List<String> wrong = new ArrayList<>();
        Set<String> videos = new HashSet<>();
        List<String> lines = Files.readAllLines(run.resolve(name));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            boolean sameUser = cells[0].equals(user);
            if (!sameUser) {
                users++;
                videos.clear();
            }
            rank = sameUser ? rank + 1 : 1;
            double next = cells[3].isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(cells[3]);
            if (Integer.parseInt(cells[1]) != rank || !videos.add(cells[2]) || sameUser && !(next <= score)) {
                wrong.add(line);
            }
            user = cells[0];
            score = next;
        }
        int counted = tables.get("stages-end-to-end-" + rules.get(0)).path("caption").path("usersCounted").asInt();
        expect(
                users >= counted && wrong.isEmpty(),
                name + ": lists of " + users + " users, " + counted + " of them counted; wrong lines: "
                        + wrong.stream().limit(3).toList());
    }

    private void figuresOfKuaiRandAreMet() {
        String rule = rules.get(0);
        String stages = "stages-end-to-end-" + rule;
        // Of 4,698 users with a relevant play 29 have none that a list could hold.
        near("users counted", tables.get(stages).path("caption").path("usersCounted").asInt(), 4_698 - 29, 0);
        near("NDCG@10 of popularity", value(stages, "popularity", "NDCG@10"), 0.0223, 0.002);
        near("Recall@50 of popularity", value(stages, "popularity", "Recall@50"), 0.1494, 0.004);
        double recall300 = rows("candidates-end-to-end-" + rule).stream()
                .filter(row -> row.path("source").asText().equals("popularity") && row.path("N").asInt() == 300)
                .mapToDouble(row -> row.path("Recall@N").asDouble())
                .findFirst()
                .orElse(Double.NaN);
        near("Recall@300 of popularity", recall300, 0.4216, 0.006);
        String exposed = "stages-exposed-" + rule;
        double preference = value(exposed, "preference", "NDCG@10");
        for (String baseline : List.of("shortest", "rate-popularity", "recent-liked", "als")) {
            double reached = value(exposed, baseline, "NDCG@10");
            expect(
                    preference > reached,
                    "exposed NDCG@10 " + shown(preference) + " is above " + shown(reached) + " of " + baseline);
        }
    }

    private List<JsonNode> rows(String table) {
        List<JsonNode> rows = new ArrayList<>();
        tables.get(table).path("rows").forEach(rows::add);
        return rows;
    }

    private List<String> column(String table, String column) {
        return rows(table).stream().map(row -> row.path(column).asText()).toList();
    }

    private double value(String stages, String system, String metric) {
        return rows(stages).stream()
                .filter(row -> row.path("system").asText().equals(system))
                .mapToDouble(row -> row.path(metric).asDouble(Double.NaN))
                .findFirst()
                .orElse(Double.NaN);
    }

    private void atMost(String what, double value, double limit, String whose) {
        expect(value <= limit, what + " " + shown(value) + " is at most " + shown(limit) + " of " + whose);
    }

    private void near(String what, double value, double known, double tolerance) {
        expect(
                Math.abs(value - known) <= tolerance,
                what + " " + shown(value) + " is known to be " + shown(known) + ", within " + shown(tolerance));
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.4f", value);
    }

    private void expect(boolean holds, String what) {
        System.out.println((holds ? "ok    " : "FAIL  ") + what);
        failures += holds ? 0 : 1;
    }
}
