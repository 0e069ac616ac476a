package dev.linger.pipeline.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.parquet.ParquetRows;
import dev.linger.features.FeatureRows;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.experiment.FinishedRun;
import dev.linger.pipeline.experiment.SyntheticFolder;
import dev.linger.pipeline.export.FileTexts;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.Recommendation;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.live.LivePlay;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.recommender.live.LiveRequest;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.recommender.live.Observed;
import dev.linger.recommender.live.StageTimes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits and asks through the command line; one run and one fit like it, on topics. */
final class RecommendTest {
    private static final FinishedRun RUN = FinishedRun.ofTopics();
    private static final Path MODEL = fitted();
    private static final long USER =
            RUN.lists("recommendations.csv").keySet().iterator().next();

    @TempDir
    private Path folder;

    private static Path fitted() {
        Path model = SyntheticFolder.newFolder("models").resolve("model");
        Printed fit = linger(
                "fit",
                "--quiet",
                "--threads=2",
                "--no-cache",
                "--no-snapshot",
                "--data=" + SyntheticFolder.topics(),
                "--like=" + RUN.folder(),
                "--out=" + model);
        assertEquals("", fit.errors());
        return model;
    }

    private record Printed(int exitCode, String text, String errors) {}

    private static Printed linger(String... arguments) {
        StringWriter text = new StringWriter();
        StringWriter errors = new StringWriter();
        int exitCode = Linger.commandLine(Experiment::run)
                .setOut(new PrintWriter(text))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
        return new Printed(exitCode, text.toString(), errors.toString());
    }

    private static JsonNode json(Path model, long user, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("recommend", "--model=" + model, "--user=" + user, "--json"));
        arguments.addAll(List.of(more));
        Printed printed = linger(arguments.toArray(String[]::new));
        assertEquals("", printed.errors());
        return new ObjectMapper().readTree(printed.text());
    }

    @Test
    void the_model_of_a_run_gives_every_user_a_list_and_those_measured_their_own_bit_for_bit() throws IOException {
        Path file = folder.resolve("recs.csv");
        Printed printed = linger(
                "recommend", "--quiet", "--model=" + RUN.folder().resolve("model"), "--all", "-k=100", "--out=" + file);
        assertEquals("", printed.errors());
        List<String> rows = Files.readAllLines(file);
        assertEquals("user_id,rank,video_id,score,fallback,title", rows.get(0));
        Set<String> measured = Files.readAllLines(RUN.folder().resolve("recommendations.csv")).stream()
                .skip(1)
                .collect(Collectors.toSet());
        Set<String> users = measured.stream().map(RecommendTest::user).collect(Collectors.toSet());
        Set<String> ofThem = rows.stream()
                .skip(1)
                .filter(row -> users.contains(user(row)))
                .map(row -> row.replaceAll(",[01],$", ""))
                .collect(Collectors.toSet());
        assertEquals(measured, ofThem);
        assertEquals(
                300, rows.stream().skip(1).map(RecommendTest::user).distinct().count());
    }

    @Test
    void the_lists_of_all_are_the_same_as_csv_and_as_parquet() {
        String model = "--model=" + MODEL;
        for (String name : List.of("recs.csv", "recs.parquet")) {
            String file = "--out=" + folder.resolve(name);
            assertEquals(
                    "",
                    linger("recommend", "--quiet", model, "--all", "-k=3", file).errors());
        }
        List<List<String>> csv = FileTexts.of(SourceFile.at(folder.resolve("recs.csv")));
        assertEquals(900, csv.size());
        assertEquals(csv, FileTexts.of(ParquetRows.of(folder.resolve("recs.parquet"))));
    }

    @Test
    void what_a_killed_process_left_of_a_file_does_not_keep_it_from_being_written() throws IOException {
        Path file = folder.resolve("recs.csv");
        Files.writeString(folder.resolve("recs.csv.unfinished"), "half");
        Files.createFile(folder.resolve(".recs.csv.unfinished.linger-partial"));
        assertEquals(
                "",
                linger("recommend", "--quiet", "--model=" + MODEL, "--all", "-k=1", "--out=" + file)
                        .errors());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
        assertEquals(301, Files.readAllLines(file).size());
    }

    private static String user(String row) {
        return row.substring(0, row.indexOf(','));
    }

    @Test
    void a_fit_like_a_run_has_its_choices_and_knows_the_whole_log() throws IOException {
        String model = Files.readString(MODEL.resolve("recommender.conf"));
        String ofRun = RUN.text("model/recommender.conf");
        assertEquals(withoutInstant(ofRun), withoutInstant(model));
        for (int member = 0; member < 4; member++) {
            String trees = "ranker/member-" + member + "/trees.txt";
            assertEquals(trees(RUN.text("model/" + trees)), trees(Files.readString(MODEL.resolve(trees))));
        }
        assertEquals(
                "2020-09-05T23:59:41.453+08:00", json(MODEL, USER).get("at").asText());
    }

    private static List<String> withoutInstant(String conf) {
        return conf.lines().filter(line -> !line.contains("asOfMillis")).toList();
    }

    private static long trees(String model) {
        return model.lines().filter(line -> line.startsWith("Tree=")).count();
    }

    @Test
    void a_list_tells_the_way_of_each_video_through_the_stages() throws IOException {
        JsonNode answer = json(MODEL, USER, "-k=7");
        assertTrue(answer.get("known").asBoolean());
        assertFalse(answer.get("fallback").asBoolean());
        assertEquals(7, answer.get("videos").size());
        for (JsonNode video : answer.get("videos")) {
            assertTrue(video.get("rankBefore").asInt() >= 1);
            assertTrue(video.get("foundBy").size() >= 1);
            JsonNode last = video.get("rankers").get(video.get("rankers").size() - 1);
            assertEquals("blend", last.get("ranker").asText());
            assertEquals(video.get("score").asDouble(), last.get("score").asDouble());
        }
    }

    @Test
    void reasons_add_up() throws IOException {
        for (JsonNode video : json(MODEL, USER, "-k=5", "--why").get("videos")) {
            JsonNode why = video.get("why");
            assertEquals(video.get("score").asDouble(), sum(why.get("blend"), "adds"), 1e-9);
            for (JsonNode source : why.get("plays")) {
                assertEquals(
                        source.get("score").asDouble(),
                        sum(source.get("videos"), "adds")
                                + source.get("others").asDouble()
                                + source.get("rest").asDouble(),
                        1e-9);
                assertTrue(Math.abs(source.get("rest").asDouble()) < 1e-3, source.toString());
                source.get("videos")
                        .forEach(past -> assertTrue(past.get("watchRatio").isNumber()));
            }
            assertTrue(why.get("columns").size() >= 1);
            for (JsonNode ranker : why.get("columns")) {
                double sum = ranker.get("base").asDouble()
                        + sum(ranker.get("columns"), "adds")
                        + ranker.get("others").asDouble();
                assertEquals(score(video, ranker.get("ranker").asText()), sum, 1e-9);
                assertEquals(5, ranker.get("columns").size());
            }
        }
    }

    private static double sum(JsonNode parts, String key) {
        double sum = 0;
        for (JsonNode part : parts) {
            sum += part.get(key).asDouble();
        }
        return sum;
    }

    private static double score(JsonNode video, String ranker) {
        for (JsonNode score : video.get("rankers")) {
            if (score.get("ranker").asText().equals(ranker)) {
                return score.get("score").asDouble();
            }
        }
        throw new AssertionError("no score of " + ranker);
    }

    @Test
    void text_tells_plays_parts_and_columns() {
        String text = linger("recommend", "--model=" + MODEL, "--user=" + USER, "-k=1", "--why")
                .text();
        assertTrue(
                text.startsWith("user " + USER + ": 1 video of 100 candidates, as of 2020-09-05T23:59:41.453+08:00\n"));
        assertTrue(text.contains("als 0.") && text.contains(" from plays of ") && text.contains("(watched "), text);
        assertTrue(text.contains("       blend: "), text);
        String ofRun = linger(
                        "recommend", "--model=" + RUN.folder().resolve("model"), "--user=" + USER, "-k=1", "--why")
                .text();
        assertTrue(ofRun.endsWith("one that linger fit made does.\n"), ofRun);
    }

    @Test
    void an_unknown_user_gets_the_fallback_and_is_flagged() throws IOException {
        JsonNode answer = json(MODEL, 987_654_321, "-k=3", "--why");
        assertFalse(answer.get("known").asBoolean());
        assertTrue(answer.get("fallback").asBoolean());
        assertEquals(3, answer.get("videos").size());
        assertTrue(linger("recommend", "--model=" + MODEL, "--user=987654321")
                .text()
                .contains("the model does not know this user: the list is the fallback's"));
    }

    @Test
    void a_later_day_counts_the_last_days_plays_and_an_earlier_instant_is_refused() throws IOException {
        JsonNode next = json(MODEL, USER, "-k=50", "--at=2020-09-07");
        assertEquals("2020-09-07T00:00+08:00", next.get("at").asText());
        assertFalse(next.get("videos").equals(json(MODEL, USER, "-k=50").get("videos")));
        String refused = linger("recommend", "--model=" + MODEL, "--user=" + USER, "--at=2020-09-01")
                .errors();
        assertTrue(refused.contains("knows all plays before 2020-09-05T23:59:41.453+08:00"), refused);
    }

    @Test
    void mistakes_are_told_and_nothing_is_overwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("recs.csv"), "mine");
        assertMistake("is there already", "--all", "--out=" + file);
        assertEquals("mine", Files.readString(file));
        assertMistake("end it with .csv or .parquet", "--all", "--out=" + folder.resolve("recs.txt"));
        assertMistake("--all writes a file", "--all");
        assertMistake("--out names the file of --all", "--user=1", "--out=" + file);
        assertMistake("--json and --why are of one list", "--all", "--json", "--out=" + folder.resolve("a.csv"));
        assertMistake("-k must be >= 1", "--user=1", "-k=0");
        assertMistake("is no time", "--user=1", "--at=soon");
        assertMistake("Missing required argument");
        String fit = linger("fit", "--data=" + SyntheticFolder.topics(), "--out=" + MODEL)
                .errors();
        assertTrue(fit.contains("is there already"), fit);
        String like = linger("fit", "--out=" + folder.resolve("m"), "--like=" + folder)
                .errors();
        assertTrue(like.contains("manifest.json is not there"), like);
        String both = linger(
                        "fit", "--out=" + folder.resolve("m"), "--like=" + RUN.folder(), "--set=ranker.type=linear")
                .errors();
        assertTrue(both.contains("--like takes all settings"), both);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    private static void assertMistake(String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of("recommend", "--model=" + MODEL));
        all.addAll(List.of(arguments));
        Printed printed = linger(all.toArray(String[]::new));
        assertEquals(2, printed.exitCode());
        assertTrue(printed.errors().contains(message), printed.errors());
    }

    @Test
    void a_copied_model_answers_in_a_process_that_loads_no_native_code() throws IOException, InterruptedException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(MODEL)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(MODEL.relativize(file).toString()));
            }
        }
        Path classes = folder.resolve("classes.txt");
        Path text = folder.resolve("text.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + classes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Linger.class.getName(),
                        "recommend",
                        "--model=" + copy,
                        "--user=" + USER,
                        "--json",
                        "--why")
                .redirectOutput(text.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, process.waitFor());
        assertEquals(json(MODEL, USER, "--why"), new ObjectMapper().readTree(Files.readString(text)));
        String loaded = Files.readString(classes);
        assertTrue(loaded.contains("dev.linger.ranker.trees.TreeModel"));
        assertFalse(loaded.contains("com.microsoft.ml.lightgbm") || loaded.contains("io.github.metarank"));
    }

    private static final long DAY_MILLIS = 86_400_000;

    /** The next day at the same time. */
    private static LiveRequest tomorrow(LiveRecommender live, boolean why) {
        return new LiveRequest(
                Id.of(USER), live.fitted().config().asOfMillis() + DAY_MILLIS, 20, Set.of(), why, NewVideosConfig.NONE);
    }

    /** The first of a list watched twice through, by the user, a minute before the request. */
    private static List<LivePlay> watched(LiveRecommender live, List<Id> videos) {
        long now = live.fitted().config().asOfMillis() + DAY_MILLIS;
        return IntStream.range(0, videos.size())
                .mapToObj(at -> new LivePlay(Id.of(USER), videos.get(at), 20_000, 10_000, now - 60_000 + at))
                .toList();
    }

    private static List<Id> videos(UserAnswer answer) {
        return answer.videos().stream().map(UserAnswer.Listed::videoId).toList();
    }

    @Test
    void a_live_recommender_that_was_told_nothing_gives_the_same_list() {
        LiveRecommender live = LiveRecommender.load(MODEL);
        long asOf = live.fitted().config().asOfMillis();
        UserAnswer answer = live.answer(new LiveRequest(Id.of(USER), asOf, 20, Set.of(), false, NewVideosConfig.NONE));
        assertEquals(
                live.fitted().recommend(USER, 20),
                answer.videos().stream()
                        .map(video -> new Recommendation(video.videoId(), video.rank(), video.score()))
                        .toList());
    }

    @Test
    void without_reasons_the_list_is_the_same_and_rankers_that_do_not_matter_are_not_asked() {
        LiveRecommender live = LiveRecommender.load(MODEL);
        live.observe(watched(live, videos(live.answer(tomorrow(live, false))).subList(0, 1)));
        UserAnswer why = live.answer(tomorrow(live, true));
        UserAnswer plain = live.answer(tomorrow(live, false));
        assertEquals(
                why.videos().stream()
                        .map(video -> List.of(video.videoId(), video.score(), video.rankBefore()))
                        .toList(),
                plain.videos().stream()
                        .map(video -> List.of(video.videoId(), video.score(), video.rankBefore()))
                        .toList());
        List<UserAnswer.RankerScore> all = why.videos().get(0).scores();
        assertEquals(
                all.subList(all.size() - 1, all.size()), plain.videos().get(0).scores());
    }

    @Test
    void what_was_just_watched_or_is_excluded_is_not_in_the_next_list_which_knows_it() {
        LiveRecommender live = LiveRecommender.load(MODEL);
        List<Id> before = videos(live.answer(tomorrow(live, false)));
        List<Id> first = before.subList(0, 3);
        assertEquals(List.of(Observed.COUNTED, Observed.COUNTED, Observed.COUNTED), live.observe(watched(live, first)));
        UserAnswer after = live.answer(tomorrow(live, true));
        assertTrue(Collections.disjoint(first, videos(after)));
        assertTrue(after.videos().stream()
                .flatMap(video -> video.reasons().orElseThrow().plays().stream())
                .flatMap(source -> source.videos().stream())
                .anyMatch(past -> first.contains(past.videoId()) && past.ratio() == 2));
        List<Id> left = before.subList(3, before.size());
        assertNotEquals(left, videos(after).subList(0, left.size()));
        LiveRequest request = tomorrow(live, false);
        Set<Id> excluded = Set.copyOf(videos(after).subList(0, 5));
        assertTrue(Collections.disjoint(
                excluded,
                videos(live.answer(
                        new LiveRequest(Id.of(USER), request.atMillis(), 20, excluded, false, NewVideosConfig.NONE)))));
    }

    @Test
    void the_same_plays_one_by_one_or_at_once_with_requests_between_or_not_give_the_same_lists() {
        LiveRecommender together = LiveRecommender.load(MODEL);
        LiveRecommender single = LiveRecommender.load(MODEL);
        List<LivePlay> plays = watched(together, videos(together.answer(tomorrow(together, false))));
        together.observe(plays);
        for (LivePlay play : plays) {
            single.observe(List.of(play));
            single.answer(tomorrow(single, false));
        }
        assertEquals(together.answer(tomorrow(together, true)), single.answer(tomorrow(single, true)));
    }

    @Test
    void a_user_whom_the_model_does_not_have_gets_the_fallback_and_after_a_play_candidates_by_it() {
        LiveRecommender live = LiveRecommender.load(MODEL);
        long now = tomorrow(live, false).atMillis();
        LiveRequest request = new LiveRequest(Id.of(-7), now, 20, Set.of(), true, NewVideosConfig.NONE);
        UserAnswer before = live.answer(request);
        assertFalse(before.known());
        assertTrue(before.fallback());
        Id video = videos(before).get(0);
        live.observe(List.of(new LivePlay(Id.of(-7), video, 30_000, 10_000, now - 1)));
        UserAnswer after = live.answer(request);
        assertFalse(after.known());
        assertFalse(after.fallback());
        assertEquals(20, after.videos().size());
        assertFalse(videos(after).contains(video));
        assertTrue(after.videos().stream()
                .flatMap(listed -> listed.foundBy().stream())
                .anyMatch(found -> found.source().equals("als")));
    }

    @Test
    void a_new_user_is_ranked_by_features_that_know_the_plays_of_days_that_are_over_and_no_attributes() {
        LiveRecommender live = LiveRecommender.load(MODEL);
        long asOf = live.fitted().config().asOfMillis();
        List<Id> some = videos(live.answer(tomorrow(live, false))).subList(0, 3);
        some.forEach(video -> live.observe(List.of(new LivePlay(Id.of(-7), video, 8_000, 10_000, asOf))));
        List<FeatureRows> ranked = new ArrayList<>();
        LiveRequest request = new LiveRequest(Id.of(-7), asOf, 20, Set.of(), true, NewVideosConfig.NONE);
        UserAnswer today = live.answer(request, ranked::add, StageTimes.UNHEARD);
        live.advanceTo(asOf + 86_400_000);
        UserAnswer next = live.answer(
                new LiveRequest(Id.of(-7), asOf + 86_400_000, 20, Set.of(), true, NewVideosConfig.NONE),
                ranked::add,
                StageTimes.UNHEARD);
        assertFalse(next.known());
        assertTrue(today.videos().stream()
                .allMatch(listed -> listed.rankBefore() > 0
                        && !listed.scores().isEmpty()
                        && listed.reasons().isPresent()));
        assertEquals(
                List.of(0f, 3f),
                ranked.stream()
                        .map(rows -> rows.value(0, rows.column("user_plays")))
                        .toList());
    }

    @Test
    void uploaded_videos_have_places_of_their_own_and_those_withdrawn_have_none() {
        LiveRecommender live = LiveRecommender.load(MODEL);
        LiveRequest plain = tomorrow(live, false);
        UserAnswer before = live.answer(plain);
        live.upload(List.of(new LiveVideo(-1, "new", 0, "", List.of(), false)));
        assertEquals(before, live.answer(plain));
        LiveRequest withNew =
                new LiveRequest(Id.of(USER), plain.atMillis(), 20, Set.of(), true, NewVideosConfig.NONE.withEvery(10));
        List<Id> expected = new ArrayList<>(videos(before).subList(0, 19));
        expected.add(4, Id.of(-1));
        assertEquals(expected, videos(live.answer(withNew)));
        Id best = expected.remove(0);
        live.upload(List.of(new LiveVideo(best, "", 0, "", List.of(), true)));
        assertFalse(live.mayRecommend(best));
        assertFalse(videos(live.answer(withNew)).contains(best));
        assertFalse(videos(live.retrieved(withNew)).contains(best));
    }

    @Test
    void plays_that_nothing_can_know_are_said_to_be_so() {
        LiveRecommender live = LiveRecommender.load(MODEL);
        long asOf = live.fitted().config().asOfMillis();
        Id video = videos(live.answer(tomorrow(live, false))).get(0);
        live.advanceTo(tomorrow(live, false).atMillis());
        assertEquals(
                List.of(Observed.NEW_USER, Observed.NEW_VIDEO, Observed.LATE),
                live.observe(List.of(
                        new LivePlay(Id.of(-7), video, 1, 1, asOf),
                        new LivePlay(USER, -7, 1, 1, asOf),
                        new LivePlay(Id.of(USER), video, 1, 1, asOf))));
        assertFalse(videos(live.answer(tomorrow(live, false))).contains(video));
        InputException ofRun = assertThrows(
                InputException.class, () -> LiveRecommender.load(RUN.folder().resolve("model")));
        assertTrue(ofRun.getMessage().contains("does not hold the plays that it was fitted to"));
    }

    @Test
    void a_server_answers_as_the_command_line_does_and_ends_when_it_is_told_to() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Linger.class.getName(),
                        "serve",
                        "--model=" + MODEL,
                        "--data-dir=" + folder.resolve("plays"),
                        "--clock=log",
                        "--degrade-after=60000",
                        "--port=0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String line = process.inputReader().readLine();
            assertTrue(
                    line.matches("http://127.0.0.1:\\d+ serves model@[0-9a-f]{12}: 300 users, 400 videos, 0 plays in"
                            + " the store; Ctrl-C stops it"),
                    line);
            URI list = URI.create(line.split(" ", 2)[0] + "/v1/users/" + USER + "/recommendations?k=5&why=true");
            JsonNode served = new ObjectMapper()
                    .readTree(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
            JsonNode printed = json(
                    MODEL, USER, "-k=5", "--why", "--at=" + served.get("at").asText());
            assertEquals(
                    shape(printed.get("videos").get(0)),
                    shape(served.get("videos").get(0)));
            for (String part : List.of("user", "at", "known", "fallback", "candidates")) {
                assertEquals(printed.get(part), served.get(part), part);
            }
            assertEquals(
                    printed.get("videos").findValuesAsText("rank"),
                    served.get("videos").findValuesAsText("rank"));
            assertEquals(
                    printed.get("videos").get(0).get("video"),
                    served.get("videos").get(0).get("video"));
            process.destroy();
            assertEquals(143, process.waitFor());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Its keys; sources that count with time have counted on in the server, so their numbers are others. */
    private static List<String> shape(JsonNode video) {
        return video.propertyStream()
                .map(Map.Entry::getKey)
                .filter(key -> !key.equals("durationMillis"))
                .toList();
    }

    @Test
    void mistakes_in_how_to_serve_are_told() {
        assertMistakeOfServing("--host 0.0.0.0 is not this machine alone", "--host=0.0.0.0");
        assertMistakeOfServing("--clock must be now or log but is noon", "--clock=noon");
        assertMistakeOfServing("--share must be above 0 and below 1 but is 1.0", "--candidate=" + MODEL, "--share=1");
        assertMistakeOfServing("are both a second model", "--candidate=" + MODEL, "--shadow=" + MODEL);
        assertMistakeOfServing("--port must be in 0..65535 but is 70000", "--port=70000");
        assertMistakeOfServing("--queue must be >= 1", "--queue=0");
        assertMistakeOfServing("the keys cannot be read", "--keys=" + folder.resolve("none"));
        assertMistakeOfServing(
                "does not hold the plays", "--port=0", "--model=" + RUN.folder().resolve("model"));
    }

    private void assertMistakeOfServing(String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of("serve", "--data-dir=" + folder.resolve("plays")));
        all.addAll(List.of(arguments));
        if (all.stream().noneMatch(argument -> argument.startsWith("--model="))) {
            all.add("--model=" + MODEL);
        }
        Printed printed = linger(all.toArray(String[]::new));
        assertEquals(2, printed.exitCode(), printed.errors());
        assertTrue(printed.errors().contains(message), printed.errors());
    }
}
