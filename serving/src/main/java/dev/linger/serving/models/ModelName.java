package dev.linger.serving.models;

import dev.linger.data.InputException;
import dev.linger.data.csv.Sha256;
import dev.linger.data.store.DigestList;
import java.io.IOException;
import java.nio.file.Path;

/** What a model is called in answers: the same folder with other content has another name. */
final class ModelName {
    private static final int DIGITS = 12;

    private ModelName() {}

    /** The folder's name, and the first digits of its digest. */
    static String of(Path folder) {
        return folder.getFileName() + "@" + first(digest(folder));
    }

    /** The first digits of a digest, by which people tell models apart. */
    static String first(String digest) {
        return digest.substring(0, DIGITS);
    }

    /** The SHA-256 of a model's list of digests. */
    static String digest(Path folder) {
        try {
            return Sha256.of(folder.resolve(DigestList.NAME));
        } catch (IOException failure) {
            throw new InputException(folder + ": the model cannot be read (" + failure + ")", failure);
        }
    }
}
