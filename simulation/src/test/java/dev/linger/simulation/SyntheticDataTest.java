package dev.linger.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.simulation.GeneratedFiles.Play;
import dev.linger.simulation.files.KuaiRecFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticDataTest {
    @TempDir
    static Path folder;

    private static GeneratedFiles topics;

    @BeforeAll
    static void generate() {
        topics = GeneratedFiles.of(Preset.TOPICS, 1, folder.resolve("topics"));
    }

    @Test
    void the_same_preset_and_seed_give_the_same_bytes() throws IOException {
        GeneratedFiles again = GeneratedFiles.of(Preset.TOPICS, 1, folder.resolve("again"));

        assertEquals(topics.fileNames(), again.fileNames());
        for (KuaiRecFile file : filesOfTopics()) {
            assertArrayEquals(topics.bytes(file), again.bytes(file), file.fileName());
        }
    }

    /** Fails on a machine, Java version, zone or locale that draws or writes otherwise, and when the model is changed. */
    @Test
    void the_bytes_are_those_of_every_other_machine() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (KuaiRecFile file : filesOfTopics()) {
            digest.update(topics.bytes(file));
        }

        assertEquals(
                "ae2ed12daf079318a21e3ad383991103ebd2e40975ff8559ab1ef4b17b305b3f",
                HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void another_seed_gives_other_data() throws IOException {
        GeneratedFiles other = GeneratedFiles.of(Preset.TOPICS, 2, folder.resolve("other"));

        for (KuaiRecFile file : filesOfTopics()) {
            assertFalse(Arrays.equals(topics.bytes(file), other.bytes(file)), file.fileName());
        }
    }

    @Test
    void topics_has_300_users_400_videos_and_18000_distinct_pairs() {
        List<Play> plays = GeneratedFiles.withoutCopies(topics.plays());

        assertEquals(18_000, plays.size());
        assertEquals(18_000, plays.stream().map(Play::pair).distinct().count());
        assertEquals(300, topics.rows(KuaiRecFile.USER_FEATURES).size());
        assertEquals(400, topics.rows(KuaiRecFile.ITEM_CATEGORIES).size());
    }

    @Test
    void topics_has_no_dirt_but_a_handful_of_copies() {
        List<Play> rows = topics.plays();

        assertTrue(rows.size() > 18_000 && rows.size() < 18_030, "rows " + rows.size());
        assertTrue(rows.stream().noneMatch(play -> play.durationMillis() == 0 || play.hasStaleDate()));
    }

    @Test
    void topics_has_neither_small_matrix_nor_friends_nor_captions() throws IOException {
        assertEquals(
                List.of("big_matrix.csv", "item_categories.csv", "item_daily_features.csv", "user_features.csv"),
                topics.fileNames());
    }

    @Test
    void a_directory_that_holds_something_is_refused_and_left_as_it_was() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "mine");

        InputException refusal = assertThrows(
                InputException.class, () -> SyntheticData.generate(Preset.TOPICS, new Seed(1), full, Progress.SILENT));

        assertTrue(refusal.getMessage().contains(full.toString()), refusal.getMessage());
        assertEquals(List.of("mine.txt"), new GeneratedFiles(full).fileNames());
    }

    @Test
    void progress_counts_the_plays() {
        AtomicLong counted = new AtomicLong();
        Progress progress = (task, unit, total) -> {
            assertEquals(18_000, total);
            return new Progress.Task() {
                @Override
                public void advance(long amount) {
                    counted.addAndGet(amount);
                }

                @Override
                public void close() {}
            };
        };

        SyntheticData.generate(Preset.TOPICS, new Seed(1), folder.resolve("told"), progress);

        assertEquals(18_000, counted.get());
    }

    private static List<KuaiRecFile> filesOfTopics() {
        return List.of(
                KuaiRecFile.BIG_MATRIX,
                KuaiRecFile.USER_FEATURES,
                KuaiRecFile.ITEM_CATEGORIES,
                KuaiRecFile.ITEM_DAILY_FEATURES);
    }
}
