package dev.linger.ranker.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import dev.linger.data.InputException;
import dev.linger.data.store.TemporaryFolder;
import dev.linger.data.store.UnfinishedWork;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** LightGBM's native library: loading it, and looking at its return codes. */
public final class NativeLightGbm {
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final Pattern TEMPORARY_NAMES = Pattern.compile("linger-model\\d+\\.txt");

    /** As it was set before a private directory below it was. */
    private static final String FOLDER = System.getProperty(TEMPORARY, "");

    private static final String ELSEWHERE =
            "name another folder, as in java -D" + TEMPORARY + "=/var/tmp -jar linger.jar ...";

    private static boolean loaded;

    private NativeLightGbm() {}

    /**
     * Loads the library, once a process. lightgbm4j unpacks it under fixed names into {@code java.io.tmpdir}, where two
     * processes would overwrite each other's running code; so each process gets a directory of its own for the time of
     * the load.
     */
    public static synchronized void load() {
        if (!loaded) {
            try {
                loadFromPrivateDirectory();
            } catch (IOException failure) {
                throw new InputException(
                        "cannot unpack LightGBM's native library into " + System.getProperty(TEMPORARY) + ": " + failure
                                + "; make room there, or " + ELSEWHERE,
                        failure);
            }
            loaded = true;
        }
    }

    private static void loadFromPrivateDirectory() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("linger-lightgbm")) {
            String before = System.setProperty(TEMPORARY, folder.path().toString());
            try {
                if (!LGBMBooster.isNativeLoaded()) {
                    LGBMBooster.loadNative(); // once more, since an earlier attempt unpacked elsewhere
                }
                if (!LGBMBooster.isNativeLoaded()) {
                    throw failure(causeOfFailure(folder));
                }
            } catch (LinkageError failure) {
                throw failure(failure);
            } finally {
                System.setProperty(TEMPORARY, before);
            }
        }
    }

    /** Marks a new temporary file as one that is soon removed; removes those that killed processes have left. */
    static UnfinishedWork unfinished(Path temporary) throws IOException {
        UnfinishedWork.removeAbandoned(temporary.resolveSibling(""), TEMPORARY_NAMES, path -> false);
        return UnfinishedWork.begin(temporary);
    }

    /** Loads what was unpacked, one library after the other, for the error that lightgbm4j keeps to itself. */
    private static LinkageError causeOfFailure(TemporaryFolder folder) throws IOException {
        for (Path library : folder.files()) {
            try {
                System.load(library.toString());
            } catch (UnsatisfiedLinkError failure) {
                return failure;
            }
        }
        return new UnsatisfiedLinkError("lightgbm4j has no library for " + System.getProperty("os.name") + " on "
                + System.getProperty("os.arch"));
    }

    static InputException failure(LinkageError cause) {
        String message = String.valueOf(cause.getCause() == null ? cause.getMessage() : cause.getCause());
        String lower = message.toLowerCase(Locale.ROOT);
        String advice;
        if (lower.contains("libgomp")) {
            advice =
                    "; install OpenMP: 'apt-get install libgomp1' on Debian and Ubuntu, 'dnf install libgomp' on Fedora";
        } else if (lower.contains("libomp")) {
            advice = "; install OpenMP: 'brew install libomp'";
        } else if (lower.contains("failed to map segment") || lower.contains("operation not permitted")) {
            advice = "; the folder of temporary files, " + FOLDER
                    + ", seems to be mounted without leave to execute (noexec): " + ELSEWHERE;
        } else if (lower.contains("file too short") || lower.contains("invalid elf") || lower.contains("no space")) {
            advice = "; the folder of temporary files, " + FOLDER + ", seems to be full: make room there, or "
                    + ELSEWHERE;
        } else {
            advice = "; choose a ranker of another type, or a machine that LightGBM supports";
        }
        return new InputException("cannot load LightGBM's native library: " + message + advice, cause);
    }

    /** Looks at the return code of a call that judges parameters and labels: a refusal is the user's to mend. */
    static void accepted(int code, String doing) {
        if (code != 0) {
            throw new InputException("LightGBM refused " + doing + ": " + lightgbmlibJNI.LGBM_GetLastError()
                    + "; look at the ranker's parameters");
        }
    }

    /** Sets the number of threads of all that LightGBM does from now on in this process. */
    static void useThreads(int threads) {
        succeeded(lightgbmlibJNI.LGBM_SetMaxThreads(threads), "setting the number of threads");
    }

    /** Looks at the return code of a call that can only fail by a mistake of ours. */
    static void succeeded(int code, String doing) {
        if (code != 0) {
            throw new IllegalStateException("LightGBM failed " + doing + ": " + lightgbmlibJNI.LGBM_GetLastError());
        }
    }
}
