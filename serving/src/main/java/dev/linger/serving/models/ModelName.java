package dev.linger.serving.models;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a model is called in answers: the same folder with other content has another name. */
final class ModelName {
    private static final String DIGESTS = "SHA256SUMS";
    private static final int DIGITS = 12;

    private ModelName() {}

    /** The folder's name, and the first digits of the SHA-256 of its list of digests. */
    static String of(Path folder) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(DIGESTS)));
            return folder.getFileName() + "@" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (IOException failure) {
            throw new InputException(folder + ": the model cannot be read (" + failure + ")", failure);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java runtime has SHA-256", never);
        }
    }
}
