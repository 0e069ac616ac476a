package dev.linger.ranker.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import dev.linger.data.InputException;
import dev.linger.data.store.UnfinishedWork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model under training in LightGBM's memory; to be closed before its data sets. */
final class NativeBooster implements AutoCloseable {
    /** The data set a metric is read of. */
    static final int TRAINING = 0;

    static final int VALIDATION = 1;

    private final long handle;

    private NativeBooster(long handle) {
        this.handle = handle;
    }

    static NativeBooster of(NativeDataset train, String parameters) {
        try (NativeArray out = NativeArray.ofHandle()) {
            NativeLightGbm.accepted(
                    lightgbmlibJNI.LGBM_BoosterCreate(train.handle(), parameters, out.address()), "the parameters");
            return new NativeBooster(out.asHandle());
        }
    }

    /** Makes metrics of this set available as {@link #VALIDATION}. */
    void addValidation(NativeDataset validation) {
        NativeLightGbm.accepted(
                lightgbmlibJNI.LGBM_BoosterAddValidData(handle, validation.handle()), "the validation rows");
    }

    /** Adds a tree; false where there is nothing left to split, and training is over. */
    boolean addTree() {
        try (NativeArray finished = NativeArray.ofInt()) {
            NativeLightGbm.accepted(
                    lightgbmlibJNI.LGBM_BoosterUpdateOneIter(handle, finished.address()), "to go on training");
            return finished.asInt() == 0;
        }
    }

    /** The metric on one of the sets; the parameters must ask for exactly one. */
    double metric(int set) {
        try (NativeArray count = NativeArray.ofInt()) {
            NativeLightGbm.succeeded(
                    lightgbmlibJNI.LGBM_BoosterGetEvalCounts(handle, count.address()), "counting metrics");
            try (NativeArray values = NativeArray.ofDoubles(count.asInt());
                    NativeArray written = NativeArray.ofInt()) {
                int code = lightgbmlibJNI.LGBM_BoosterGetEval(handle, set, written.address(), values.address());
                NativeLightGbm.succeeded(code, "measuring");
                if (written.asInt() != 1) {
                    throw new IllegalStateException("expected one metric but LightGBM gave " + written.asInt());
                }
                return values.doubleAt(0);
            }
        }
    }

    /** The model's text with the first so many trees. It goes through a file: what JNI offers for strings leaks them. */
    String text(int trees) {
        try {
            Path file = Files.createTempFile("linger-model", ".txt");
            UnfinishedWork work = NativeLightGbm.unfinished(file);
            try {
                int code = lightgbmlibJNI.LGBM_BoosterSaveModel(
                        handle, 0, trees, lightgbmlibConstants.C_API_FEATURE_IMPORTANCE_SPLIT, file.toString());
                NativeLightGbm.succeeded(code, "writing the model to " + file);
                return Files.readString(file, StandardCharsets.UTF_8);
            } finally {
                work.discard();
            }
        } catch (IOException failure) {
            throw new InputException(
                    "cannot write a model to a temporary file: " + failure + "; make room in "
                            + System.getProperty("java.io.tmpdir") + " or set -Djava.io.tmpdir to another directory",
                    failure);
        }
    }

    @Override
    public void close() {
        NativeLightGbm.succeeded(lightgbmlibJNI.LGBM_BoosterFree(handle), "freeing a model");
    }
}
