package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.store.DigestList;
import dev.linger.recommender.Recommendation;
import dev.linger.recommender.Recommender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models damaged in seeded ways, 400 of them, or 6,000 with {@code -Dlinger.slow=true}: refused with the file, or, where every
 * digest was mended and the values still make a model, one that answers.
 */
final class DamagedModelTest {
    private static final int TRIALS = Boolean.getBoolean("linger.slow") ? 3_000 : 200;
    private static final long[] USERS = {0, 7, 123, -5};

    @TempDir
    private Path folder;

    private Path model;
    private List<String> files;

    @BeforeEach
    void copy() throws IOException {
        Path original = FinishedRun.ofTopics().folder().resolve("model");
        model = folder.resolve("model");
        try (Stream<Path> all = Files.walk(original)) {
            files = all.filter(Files::isRegularFile)
                    .map(file -> original.relativize(file).toString())
                    .sorted()
                    .toList();
        }
        for (String file : files) {
            Files.createDirectories(model.resolve(file).getParent());
            Files.copy(original.resolve(file), model.resolve(file));
        }
    }

    @Test
    void a_model_with_any_byte_changed_is_refused_by_file() throws IOException {
        SplittableRandom random = new SplittableRandom(21);
        for (int trial = 0; trial < TRIALS; trial++) {
            String file = files.get(trial % files.size());
            byte[] whole = Files.readAllBytes(model.resolve(file));
            Files.write(model.resolve(file), damaged(whole, random));
            String message = assertThrows(InputException.class, () -> Recommender.load(model), file)
                    .getMessage();
            assertTrue(message.contains(model.toString()), message);
            Files.write(model.resolve(file), whole);
        }
    }

    @Test
    void one_whose_digests_were_mended_is_refused_with_the_place_or_answers() throws IOException {
        SplittableRandom random = new SplittableRandom(22);
        List<String> listed =
                files.stream().filter(file -> !file.equals(DigestList.NAME)).toList();
        int refused = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            String file = listed.get(trial % listed.size());
            byte[] whole = Files.readAllBytes(model.resolve(file));
            Files.write(model.resolve(file), mended(whole, damaged(whole, random)));
            DigestList.write(model.resolve(DigestList.NAME), listed);
            try {
                answers(Recommender.load(model));
            } catch (InputException told) {
                refused++;
                assertTrue(told.getMessage().contains(model.toString()), told::getMessage);
            } catch (RuntimeException failure) {
                throw new AssertionError(file + " in trial " + trial, failure);
            }
            Files.write(model.resolve(file), whole);
        }
        assertTrue(refused > TRIALS / 4, "refused: " + refused);
    }

    private static void answers(Recommender recommender) {
        for (long user : USERS) {
            for (Recommendation next : recommender.recommend(user, 20)) {
                assertFalse(Double.isNaN(next.score()), () -> user + ": " + next);
            }
        }
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        if (random.nextInt(8) == 0) {
            return Arrays.copyOf(whole, random.nextInt(whole.length - 1));
        }
        byte[] damaged = whole.clone();
        int at = random.nextInt(whole.length);
        damaged[at] ^= (byte) (1 + random.nextInt(255));
        return damaged;
    }

    /** With the checksum at its end renewed, where the whole file ends with one. */
    private static byte[] mended(byte[] whole, byte[] damaged) {
        if (whole.length < Long.BYTES || damaged.length < Long.BYTES || number(whole) != checksum(whole)) {
            return damaged;
        }
        return ByteBuffer.wrap(damaged)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(damaged.length - Long.BYTES, checksum(damaged))
                .array();
    }

    private static long number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(bytes.length - Long.BYTES);
    }

    private static long checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - Long.BYTES);
        return checksum.getValue();
    }
}
