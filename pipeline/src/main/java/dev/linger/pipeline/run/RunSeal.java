package dev.linger.pipeline.run;

import dev.linger.data.InputException;
import dev.linger.data.csv.Sha256;
import dev.linger.data.store.DigestList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digests by which a finished run's folder is known to hold what the run wrote: {@code SHA256SUMS} has those of tables,
 * lists, per-user values, {@code config.json}, {@code run.json} and the model's own {@code SHA256SUMS}, and is the same for two runs that found
 * the same. {@code manifest.json}, which is written last and tells times and places, ends with the digest of that file and
 * with one of itself.
 */
public final class RunSeal {
    /** The file that is written last. */
    public static final String MANIFEST = "manifest.json";

    private static final String AGAIN = "; copy the run again or make it again";
    private static final Pattern SEALED = Pattern.compile(
            "(.*,\n  \"results\": \"([0-9a-f]{64})\"),\n  \"sha256\": \"([0-9a-f]{64})\"\n}\n", Pattern.DOTALL);

    private RunSeal() {}

    /**
     * Writes {@code SHA256SUMS}.
     *
     * @param files the files of the run, as seen from its folder
     * @param manifest the manifest's JSON text
     * @return the same with the digests behind everything else
     */
    public static String seal(Path folder, Collection<String> files, String manifest) throws IOException {
        Path digests = DigestList.write(folder.resolve(DigestList.NAME), files).file();
        String body =
                manifest.substring(0, manifest.lastIndexOf("\n}")) + ",\n  \"results\": \"" + Sha256.of(digests) + "\"";
        return body + ",\n  \"sha256\": \"" + Sha256.of(body.getBytes(StandardCharsets.UTF_8)) + "\"\n}\n";
    }

    /**
     * Checks every file of a finished run but its log, and of its model but the digests.
     *
     * @throws InputException if the run did not finish, or a file is missing or not as it was written
     */
    public static void check(Path folder) {
        Path manifest = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            throw new InputException(
                    manifest + " is not there: the run failed, was stopped or is of an older Linger; make it again");
        }
        try {
            Matcher sealed = SEALED.matcher(Files.readString(manifest, StandardCharsets.ISO_8859_1));
            if (!sealed.matches()) {
                throw new InputException(
                        manifest + ": does not end with digests: the run is of an older Linger, or the file was"
                                + " altered" + AGAIN);
            }
            if (!Sha256.of(sealed.group(1).getBytes(StandardCharsets.ISO_8859_1))
                    .equals(sealed.group(3))) {
                throw new InputException(
                        manifest + ": not as it was written (its SHA-256 differs from the one at its end)" + AGAIN);
            }
            checkFiles(folder.resolve(DigestList.NAME), sealed.group(2));
        } catch (IOException failure) {
            throw new InputException(folder + ": the run cannot be read (" + failure + ")", failure);
        }
    }

    private static void checkFiles(Path digests, String expected) throws IOException {
        if (!Files.isRegularFile(digests)) {
            throw new InputException(digests + " is not there: the folder is not whole" + AGAIN);
        }
        if (!Sha256.of(digests).equals(expected)) {
            throw new InputException(
                    digests + ": not as it was written (its SHA-256 differs from that in " + MANIFEST + ")" + AGAIN);
        }
        DigestList.checked(digests, "run", "make it again");
    }
}
