package dev.linger.pipeline.malformed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.InputException;
import dev.linger.data.csv.Sha256;
import dev.linger.pipeline.experiment.FinishedRun;
import dev.linger.pipeline.malformed.StoredDamage.Variant;
import dev.linger.pipeline.malformed.Tally.Fault;
import dev.linger.recommender.Recommendation;
import dev.linger.recommender.Recommender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved model that was altered is refused; one that was made to look whole is refused or gives lists. */
final class MalformedModelTest {
    private static final int TIMES = Boolean.getBoolean("linger.slow") ? 10 : 1;
    private static final String DIGESTS = "SHA256SUMS";
    private static final long[] USERS = {0, 7, 299};

    @TempDir
    private Path folder;

    private FolderCopy copy;

    @Test
    void a_model_that_was_altered_is_refused() throws IOException {
        copy = copy();
        Tally tally = new Tally();
        List<Variant> variants = new ArrayList<>(
                StoredDamage.variants("model", copy, List.copyOf(copy.files().keySet()), TIMES));
        variants.addAll(StoredDamage.lines("model", copy, DIGESTS, 20 * TIMES));
        variants.add(new Variant("model: a file too many", "notes.txt", 0, new byte[] {1}, false));
        variants.forEach(variant -> tally.run(variant.kind(), variant.name(), () -> tried(variant, false)));
        tally.write("model");
        assertEquals(List.of(), tally.failures());
    }

    @Test
    void a_model_whose_digests_were_mended_is_refused_or_gives_lists() throws IOException {
        copy = copy();
        Tally tally = new Tally();
        List<String> paths = copy.files().keySet().stream()
                .filter(path -> !path.equals(DIGESTS))
                .toList();
        for (Variant variant : StoredDamage.oneOf(
                TIMES == 1 ? 3 : 1, StoredDamage.variants("model, digests mended", copy, paths, TIMES))) {
            if (variant.bytes() != null) {
                tally.run(variant.kind(), variant.name(), () -> tried(mended(variant), true));
            }
        }
        tally.write("model-mended");
        assertEquals(List.of(), tally.failures());
    }

    private FolderCopy copy() throws IOException {
        return new FolderCopy(FinishedRun.ofTopics().folder().resolve("model"), folder.resolve("model"), path -> true);
    }

    /** The same with the checksum at the end of a file of columns mended. */
    private static Variant mended(Variant variant) {
        byte[] bytes = variant.bytes().clone();
        if (variant.path().contains(".") || bytes.length < Long.BYTES) {
            return variant;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - Long.BYTES);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(bytes.length - Long.BYTES, checksum.getValue());
        return new Variant(variant.kind(), variant.path(), variant.number(), bytes, false);
    }

    private Outcome tried(Variant variant, boolean mendDigests) throws IOException {
        try {
            variant.applyTo(copy);
            if (mendDigests) {
                String line = "  " + variant.path() + "\n";
                String digests = new String(copy.files().get(DIGESTS), StandardCharsets.UTF_8);
                String digest = Sha256.of(copy.folder().resolve(variant.path()));
                copy.put(
                        DIGESTS,
                        digests.replaceFirst("[0-9a-f]{64}" + Pattern.quote(line), digest + line)
                                .getBytes(StandardCharsets.UTF_8));
            }
            return loaded(variant, mendDigests);
        } finally {
            copy.restore(variant.path());
            copy.restore(DIGESTS);
        }
    }

    private Outcome loaded(Variant variant, boolean mayBeAccepted) {
        Recommender recommender;
        try {
            recommender = Recommender.load(copy.folder());
        } catch (InputException refused) {
            Messages.check(refused.getMessage(), List.of(copy.folder().toString()));
            return Outcome.REFUSED;
        }
        boolean same = variant.path().equals(DIGESTS)
                && sameLines(variant.bytes(), copy.files().get(DIGESTS));
        if (!mayBeAccepted && !same) {
            throw new Fault("accepted");
        }
        for (long user : USERS) {
            List<Recommendation> list = recommender.recommend(user, 100);
            if (list.stream().anyMatch(next -> Double.isNaN(next.score()))) {
                throw new Fault("a score is NaN");
            }
        }
        return same ? Outcome.EQUAL : Outcome.AS_WRITTEN;
    }

    /** Whether the lines are the same but for their order and repeats. */
    private static boolean sameLines(byte[] one, byte[] other) {
        return lines(one).equals(lines(other));
    }

    private static Set<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().collect(Collectors.toSet());
    }
}
