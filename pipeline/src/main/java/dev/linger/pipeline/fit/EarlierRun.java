package dev.linger.pipeline.fit;

import dev.linger.data.InputException;
import dev.linger.data.csv.Sha256;
import dev.linger.data.store.DigestList;
import dev.linger.pipeline.retrieval.RetrievalChoices;
import dev.linger.pipeline.run.RunSeal;
import dev.linger.ranker.Ranker;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.RecommenderConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a finished run chose on its validation window: the setting of each source, quotas and fallback, the members of the
 * ranker, their rounds, and the weights of their blend.
 *
 * @param folder of the run
 * @param chosen what its model is made of
 * @param ranker as it was trained
 * @param digest of its model
 */
record EarlierRun(Path folder, RecommenderConfig chosen, Ranker ranker, String digest) {
    private static final String MODEL = "model";

    /**
     * Reads the folder of a run.
     *
     * @throws InputException where it is none, the run did not finish, or something in it is not as it was written
     */
    static EarlierRun read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException("there is no run folder " + folder
                    + "; --like names a folder that linger run made, such as runs/20261121-101500-default");
        }
        RunSeal.check(folder);
        Path model = folder.resolve(MODEL);
        Recommender recommender = Recommender.load(model);
        try {
            return new EarlierRun(
                    folder,
                    recommender.config(),
                    recommender.reranker().trained(),
                    Sha256.of(model.resolve(DigestList.NAME)));
        } catch (IOException failure) {
            throw new InputException(model + ": cannot be read (" + failure + ")", failure);
        }
    }

    /** The file with its configuration. */
    String config() {
        return folder.resolve("config.json").toString();
    }

    RetrievalChoices choices() {
        return RetrievalChoices.given(
                "an earlier run",
                chosen.sources().stream()
                        .map(source -> new RetrievalChoices.Source(source.name(), source.source()))
                        .toList(),
                chosen.fallback().source(),
                chosen.quotas());
    }
}
