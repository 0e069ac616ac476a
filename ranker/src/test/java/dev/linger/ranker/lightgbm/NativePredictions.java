package dev.linger.ranker.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import dev.linger.features.FeatureRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What LightGBM itself predicts with a model's text. */
final class NativePredictions {
    private NativePredictions() {}

    static double[] of(String text, Path directory, FeatureRows rows) throws IOException {
        return of(text, directory, rows, lightgbmlibConstants.C_API_PREDICT_NORMAL, 1);
    }

    /** For each row the contributions of the columns, then the base. */
    static double[] contributions(String text, Path directory, FeatureRows rows) throws IOException {
        return of(
                text,
                directory,
                rows,
                lightgbmlibConstants.C_API_PREDICT_CONTRIB,
                rows.columns().size() + 1);
    }

    private static double[] of(String text, Path directory, FeatureRows rows, int kind, int width) throws IOException {
        Path file = Files.writeString(directory.resolve("model.txt"), text);
        try (NativeArray out = NativeArray.ofHandle();
                NativeArray iterations = NativeArray.ofInt();
                NativeArray cells = NativeArray.of(rows.values());
                NativeArray length = NativeArray.ofHandle();
                NativeArray predictions = NativeArray.ofDoubles(rows.size() * width)) {
            NativeLightGbm.succeeded(
                    lightgbmlibJNI.LGBM_BoosterCreateFromModelfile(
                            file.toString(), iterations.address(), out.address()),
                    "reading");
            NativeLightGbm.succeeded(
                    lightgbmlibJNI.LGBM_BoosterPredictForMat(
                            out.asHandle(),
                            cells.address(),
                            lightgbmlibConstants.C_API_DTYPE_FLOAT32,
                            rows.size(),
                            rows.columns().size(),
                            1,
                            kind,
                            0,
                            -1,
                            "num_threads=1",
                            length.address(),
                            predictions.address()),
                    "predicting");
            NativeLightGbm.succeeded(lightgbmlibJNI.LGBM_BoosterFree(out.asHandle()), "freeing");
            double[] values = new double[rows.size() * width];
            for (int at = 0; at < values.length; at++) {
                values[at] = predictions.doubleAt(at);
            }
            return values;
        }
    }
}
