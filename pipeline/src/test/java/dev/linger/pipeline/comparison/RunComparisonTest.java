package dev.linger.pipeline.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.CsvFormat;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.SealedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunComparisonTest {
    private static final String STAGES = "tables/stages-end-to-end-ratio-gt-1-0.json";
    private static final String USERS = "per-user/end-to-end-ratio-gt-1-0.csv";

    @TempDir
    private Path folder;

    private Path ours;
    private Path theirs;

    @BeforeEach
    void writeRuns() throws IOException {
        ours = StoredRuns.write(folder.resolve("1-ours"), "ours", 0.5, 0.25);
        theirs = StoredRuns.write(folder.resolve("2-theirs"), "theirs", 0.25, 0.25);
    }

    @Test
    void each_run_has_the_averages_of_the_system_that_a_user_gets() {
        String runs = new CsvFormat().format(compared().get(0));
        // NDCG@10 (.5 + .25) / 2, Recall@50 twice and the recall of all candidates one and a half times that.
        assertEquals(
                """
                run,system,NDCG@10 ratio > 1.0,Recall@50 ratio > 1.0,candidates,candidate recall,exposed NDCG@10,MAE,XAUC,seconds,resident GiB
                ours,of ours,0.375,0.75,300,0.5625,0.5,,0.75,3.5,0.5
                theirs,of theirs,0.25,0.5,300,0.375,0.5,,0.75,3.5,0.5
                """,
                runs);
    }

    @Test
    void what_a_run_did_not_measure_is_not_told_of_it() throws IOException {
        Files.delete(theirs.resolve("tables/predictions-pointwise-ratio-gt-1-0.json"));
        Files.delete(theirs.resolve("tables/stages-exposed-ratio-gt-1-0.json"));
        SealedFolder.seal(theirs);

        String runs = new CsvFormat().format(compared().get(0));

        assertTrue(runs.contains("\nours,of ours,0.375,0.75,300,0.5625,0.5,,0.75,3.5,0.5\n"), runs);
        assertTrue(runs.contains("\ntheirs,of theirs,0.25,0.5,300,0.375,,,,3.5,0.5\n"), runs);
    }

    @Test
    void the_first_run_is_paired_with_each_other_by_user() throws IOException {
        Path third = StoredRuns.write(folder.resolve("3-third"), "third", 0.5, 0.25);
        String differences = new CsvFormat()
                .format(RunComparison.of(List.of(ours, theirs, third)).get(1));
        // Against theirs: .25 and 0, one win and a tie; resamples of two users draw means of 0, .125 and .25.
        assertEquals(
                """
                against,relevant,metric,users,difference,95% interval low,95% interval high,win rate,Holm p
                theirs,ratio > 1.0,NDCG@10,2,0.125,0.0,0.25,0.75,1.0
                theirs,ratio > 1.0,Recall@50,2,0.25,0.0,0.5,0.75,1.0
                third,ratio > 1.0,NDCG@10,2,0.0,0.0,0.0,0.5,1.0
                third,ratio > 1.0,Recall@50,2,0.0,0.0,0.0,0.5,1.0
                """,
                differences);
    }

    @Test
    void it_says_for_whom_the_first_is_better_and_what_it_orders_otherwise() {
        // The new user has .5 and .25 of ours and theirs, the other .25 of both; user 20 gets video 4 of ours, 6 of
        // theirs.
        assertEquals(
                List.of(
                        "against,plays before the cut,users,first run,other run,difference,95% interval low,95% interval high,win rate",
                        "theirs,none,1,0.5,0.25,0.25,0.25,0.25,1.0", "theirs,4 to 10,1,0.25,0.25,0.0,0.0,0.0,0.5"),
                lines("segments"));
        assertEquals(List.of("against,users,RBO,in common,same first", "theirs,2,0.5,0.5,0.5"), lines("overlap"));
        assertEquals(
                List.of("against,video,first run,other run,difference", "theirs,4,1,0,1", "theirs,6,1,2,-1"),
                lines("moved-videos"));
        assertEquals(
                List.of("against,user,first run,other run,difference", "theirs,10,0.5,0.25,0.25"),
                lines("moved-users"));
    }

    @Test
    void it_says_for_which_videos_the_first_is_better() {
        // Ours has .5 by video 5 for user 10 and .25 by video 6 for user 20; theirs .25 and .25.
        assertEquals(
                List.of(
                        "against,by,videos,relevant,found first,found other,first run,other run,difference,95% interval low,95% interval high",
                        "theirs,duration,under 10 s,2,0.5,0.5,0.25,0.125,0.125,0.0,0.25",
                        "theirs,duration,10 to 30 s,2,0.5,0.5,0.125,0.125,0.0,0.0,0.0",
                        "theirs,duration,3 min and more,1,0.0,0.0,0.0,0.0,0.0,0.0,0.0",
                        "theirs,plays before the cut,cold,2,0.5,0.5,0.125,0.125,0.0,0.0,0.0",
                        "theirs,plays before the cut,warm,3,0.3333333333333333,0.3333333333333333,0.25,0.125,0.125,0.0,0.25",
                        "theirs,days since upload,0 or 1,2,0.5,0.5,0.25,0.125,0.125,0.0,0.25",
                        "theirs,days since upload,8 to 30,1,0.0,0.0,0.0,0.0,0.0,0.0,0.0",
                        "theirs,days since upload,more than 90,1,0.0,0.0,0.0,0.0,0.0,0.0,0.0",
                        "theirs,days since upload,not known,1,1.0,1.0,0.125,0.125,0.0,0.0,0.0"),
                lines("segments-videos"));
    }

    @Test
    void videos_of_a_run_that_kept_nothing_of_them_are_left_out_with_a_note() throws IOException {
        Files.delete(theirs.resolve("relevant.csv"));
        Files.delete(theirs.resolve("videos.csv"));
        SealedFolder.seal(theirs);
        assertEquals(1, lines("segments-videos").size());
        assertEquals(
                List.of("not shown: " + theirs
                        + " has no relevant.csv, which runs of this version leave; make it again"),
                compared().stream()
                        .filter(table -> table.id().equals("segments-videos"))
                        .flatMap(table -> table.notes().stream())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            relevant.csv | `20,6,0.25,0.5`  | `20,6,0.2,0.5`  | : the videos of user 20 add 0.2 to NDCG@10, but per-user/end-to-end-ratio-gt-1-0.csv says 0.25; one of them was changed, make the run again
            relevant.csv | `20,8,0.0,0.0`   | `30,8,0.0,0.0`  | , line 6: user 30 is not among those counted; make the run again
            run.json     | "relevantPairs": 5 | "relevantPairs": 4 | : has 5 relevant pairs, but run.json says 4; make the run again
            """)
    void what_videos_add_must_be_what_their_users_have(String file, String from, String to, String message)
            throws IOException {
        StoredRuns.change(theirs, file, from, to);
        assertEquals(theirs.resolve("relevant.csv") + message, mistake());
    }

    @Test
    void other_relevant_videos_are_refused() throws IOException {
        StoredRuns.change(theirs, "relevant.csv", "20,8,", "20,7,");
        assertEquals(
                ours.resolve("relevant.csv") + " and " + theirs.resolve("relevant.csv")
                        + " have other relevant pairs; make both runs again",
                mistake());
        StoredRuns.change(ours, "videos.csv", "7,15000.0", "9,15000.0");
        assertEquals(ours.resolve("videos.csv") + ": has no video 7; make the run again", mistake());
    }

    private List<String> lines(String id) {
        return compared().stream()
                .filter(table -> table.id().equals(id))
                .flatMap(table -> new CsvFormat().format(table).lines())
                .toList();
    }

    @Test
    void runs_are_listed_the_latest_first() {
        assertEquals(
                List.of(
                        "folder,users get,metric,first,second,exposed,MAE,seconds",
                        "2-theirs,of theirs,\"NDCG@10, Recall@50\",0.25,0.5,0.5,,3.5",
                        "1-ours,of ours,\"NDCG@10, Recall@50\",0.375,0.75,0.5,,3.5"),
                new CsvFormat().format(RunsListing.of(folder)).lines().toList());
    }

    @Test
    void each_table_says_what_its_numbers_rest_on() {
        for (ResultTable table : compared().subList(0, 2)) {
            String text = new ConsoleFormat(1_000).format(table);
            assertTrue(
                    text.contains(
                            "* end-to-end: all videos; users with a relevant play: 2 by ratio > 1.0;"
                                    + " relevant pairs left out, since no list can hold them: 3 and 1 users by ratio > 1.0; ties: score descending, item id ascending; cut: then\n"),
                    text);
        }
    }

    @Test
    void runs_of_one_name_are_called_by_their_folders() throws IOException {
        Path again = StoredRuns.write(folder.resolve("4-again"), "ours", 0.5, 0.25);
        assertTrue(new CsvFormat()
                .format(RunComparison.of(List.of(ours, again)).get(0))
                .contains("\n4-again,of ours,"));
        assertEquals(
                "two run folders are called 1-ours; give each run once",
                assertThrows(InputException.class, () -> RunComparison.of(List.of(ours, ours)))
                        .getMessage());
    }

    @Test
    void the_cap_of_labels_may_differ() throws IOException {
        StoredRuns.change(theirs, "manifest.json", "\"ratioCap\": 5.0", "\"ratioCap\": 2.0");
        assertEquals(
                "key,ours,theirs\ndata.ratioCap,5.0,2.0\n",
                new CsvFormat().format(compared().get(2)));
    }

    @Test
    void runs_of_one_name_are_told_apart_by_the_keys_that_differ() throws IOException {
        Path again = StoredRuns.write(folder.resolve("4-again"), "ours", 0.5, 0.25);
        StoredRuns.change(again, "manifest.json", "\"ratioCap\": 5.0", "\"ratioCap\": 2.0");
        String runs =
                new CsvFormat().format(RunComparison.of(List.of(ours, again)).get(0));
        assertTrue(runs.contains("\nours data.ratioCap=5.0,of ours,"), runs);
        assertTrue(runs.contains("\nours data.ratioCap=2.0,of ours,"), runs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            manifest.json | ab12              | cd34                 | the data file big_matrix.csv (ab12 and cd34)
            manifest.json | big_matrix.csv    | big_matrix.csv.gz    | the data file big_matrix.csv (ab12 and not read)
            manifest.json | Asia/Shanghai     | Europe/Rome          | data cleaning (the block data) ({"zone":"Asia/Shanghai"} and {"zone":"Europe/Rome"})
            run.json      | "cutMillis": 1000 | "cutMillis": 1001    | the cut (1000 and 1001)
            run.json      | all videos        | seen ones too        | the universe (candidates.rewatches) (all videos and seen ones too)
            manifest.json | "threshold": 1.0  | "threshold": 0.8     | what is relevant (evaluation.relevance) ([{"type":"ratio-above","threshold":1.0}] and [{"type":"ratio-above","threshold":0.8}])
            """)
    void runs_that_were_not_measured_alike_are_refused(String file, String from, String to, String what)
            throws IOException {
        StoredRuns.change(theirs, file, from, to);
        assertEquals(
                "runs cannot be compared: " + ours + " and " + theirs + " differ in " + what
                        + "; make both on the same data with the same blocks data, split and evaluation, and candidates.rewatches",
                mistake());
    }

    @Test
    void runs_whose_first_metrics_differ_are_refused() throws IOException {
        for (String file : List.of("run.json", USERS, STAGES)) {
            StoredRuns.change(theirs, file, "Recall@50", "Recall@20");
        }
        assertTrue(
                mistake()
                        .contains(
                                " differ in the first metrics (evaluation.metrics) ([NDCG@10, Recall@50] and [NDCG@10,"
                                        + " Recall@20]); "),
                mistake());
    }

    @Test
    void other_rules_that_could_be_measured_are_refused() throws IOException {
        StoredRuns.change(theirs, "run.json", "\"relevance\": \"ratio > 1.0\"", "\"relevance\": \"ratio > 2.0\"");
        assertTrue(
                mistake()
                        .contains(
                                " differ in the relevance rules that could be measured ([ratio > 1.0] and [ratio > 2.0]); "),
                mistake());
    }

    @Test
    void other_users_are_refused() throws IOException {
        StoredRuns.change(theirs, USERS, "20,", "21,");
        assertTrue(mistake().contains(" differ in the users counted by ratio > 1.0; "), mistake());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest.json",
                "run.json",
                USERS,
                STAGES,
                "tables/predictions-pointwise-ratio-gt-1-0.json",
                "tables/stages-exposed-ratio-gt-1-0.json"
            })
    void a_file_that_is_not_there_is_named_with_what_to_do(String file) throws IOException {
        Files.delete(theirs.resolve(file));
        assertTrue(
                mistake().startsWith(theirs.resolve(file) + " is not there: ")
                        || mistake().startsWith(theirs + ": the run lacks its file " + file + "; "),
                mistake());
        assertTrue(mistake().endsWith(" make it again") || mistake().endsWith("; copy the whole folder"), mistake());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest.json",
                "SHA256SUMS",
                "run.json",
                USERS,
                "tables/predictions-pointwise-ratio-gt-1-0.json",
                "tables/stages-exposed-ratio-gt-1-0.json"
            })
    void any_byte_that_is_not_as_it_was_written_is_refused_by_file(String file) throws IOException {
        Path damaged = theirs.resolve(file);
        byte[] whole = Files.readAllBytes(damaged);
        SplittableRandom random = new SplittableRandom(9);
        for (int trial = 0; trial < 90; trial++) {
            byte[] other = whole.clone();
            other[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(damaged, trial % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : other);
            assertTrue(mistake().startsWith(damaged + ": "), mistake());
            assertTrue(mistake().endsWith("make it again"), mistake());
        }
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        theirs = folder.resolve("nowhere");
        assertEquals(
                "there is no run folder " + theirs
                        + "; give folders that linger run made, such as runs/20261121-101500-default",
                mistake());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            run.json      | "cutMillis": 1000 | "cut_": 1        | /run.json: has no /cutMillis; the run is of another Linger, make it again
            run.json      | "cutMillis": 1000 | "cutMillis": "1" | /run.json/cutMillis: must be a whole number but is "1"
            run.json      | "name"            | name             | /run.json: not valid JSON: Unexpected character
            run.json      | "cutMillis": 1000 | "cut": "x", "cut": "y" | /run.json: not valid JSON: Duplicate field 'cut'
            run.json      | "of theirs"       | "of nobody"      | /tables/stages-exposed-ratio-gt-1-0.json: has no row of of nobody; make the run again
            """)
    void a_damaged_file_is_told(String file, String from, String to, String message) throws IOException {
        StoredRuns.change(theirs, file, from, to);
        assertTrue(mistake().startsWith(theirs + message), mistake());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            0.25,0.5,0.375  | 99.0,0.5,0.375 | , line 2, column of theirs NDCG@10: 99.0 cannot be, a metric of a list is from 0 to 1; make the run again
            0.25,0.5,0.375  | NaN,0.5,0.375  | , line 2, column of theirs NDCG@10: NaN cannot be, a metric of a list is from 0 to 1; make the run again
            0.25,0.5,0.375  | 0.25,0.5,-7    | , line 2, column of theirs Recall@300: -7.0 cannot be, a metric of a list is from 0 to 1; make the run again
            0.25,0.5,0.375  | 0.25,0.5       | , line 2: has 4 fields, not 5
            10,0.0          | 30,0.0         | , line 3: user 20 comes after user 30, but users ascend; make the run again
            20,0.0,0.25     | `20,0.0,0.3`   | : the average of column of theirs NDCG@10 is 0.275, but
            theirs NDCG@10  | theirs NDCG@9  | : has no column of theirs NDCG@10; the file was changed or the run is of another Linger, make it again
            als NDCG@10     | `of "x" NDCG`  | , line 1: column of "x" NDCG is no name of a column
            als NDCG@10     | of theirs NDCG@10 | , line 1: column of theirs NDCG@10 is there twice
            user_id,als     | id,als         | , line 1: must start with user_id
            """)
    void values_of_users_that_cannot_be_are_refused(String from, String to, String message) throws IOException {
        StoredRuns.change(theirs, USERS, from, to);
        assertTrue(mistake().startsWith(theirs.resolve(USERS) + message), mistake());
    }

    @Test
    void a_file_of_users_that_was_cut_is_refused() throws IOException {
        Path users = theirs.resolve(USERS);
        Files.write(users, Files.readAllLines(users).subList(0, 2));
        assertTrue(mistake().startsWith(users + ": not as it was written"), mistake());
        SealedFolder.seal(theirs);
        assertEquals(users + ": has 1 users, but run.json says that 2 are counted; make the run again", mistake());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            run.json      | "usersCounted": 2 | "usersCounted": 4294967298 | /run.json/rules/0/usersCounted: must be a whole number from 0 to 2147483647 but is 4294967298
            manifest.json | "resamples": 100  | "resamples": 2000000000    | /manifest.json/config/evaluation/resamples: must be a whole number from 40 to 1000000 but is 2000000000
            manifest.json | "resamples": 100  | "resamples": 1             | /manifest.json/config/evaluation/resamples: must be a whole number from 40 to 1000000 but is 1
            manifest.json | "seed": 42        | "seed": 1e99               | /manifest.json/seed: must be a whole number but is
            """)
    void numbers_out_of_range_are_refused(String file, String from, String to, String message) throws IOException {
        StoredRuns.change(theirs, file, from, to);
        assertTrue(mistake().startsWith(theirs + message), mistake());
    }

    @Test
    void what_steers_a_terminal_is_shown_and_not_printed() throws IOException {
        StoredRuns.change(theirs, "run.json", "\"name\": \"theirs\"", "\"name\": \"\\u001b[31mtheirs\"");
        for (ResultTable table : compared().subList(0, 2)) {
            String text = new ConsoleFormat(1_000).format(table);
            assertTrue(text.contains("\\u001b[31mtheirs"), text);
            assertEquals(-1, text.indexOf(0x1b), text);
        }
    }

    @Test
    void one_run_alone_is_not_compared() {
        assertEquals(
                "runs are compared with each other: give at least two, but there is " + ours,
                assertThrows(InputException.class, () -> RunComparison.of(List.of(ours)))
                        .getMessage());
    }

    private List<ResultTable> compared() {
        return RunComparison.of(List.of(ours, theirs));
    }

    private String mistake() {
        return assertThrows(InputException.class, this::compared).getMessage();
    }
}
