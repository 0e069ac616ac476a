package dev.linger.pipeline.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.features.skew.FeatureDistributions;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.experiment.FinishedRun;
import dev.linger.pipeline.experiment.SyntheticFolder;
import dev.linger.pipeline.run.NewPath;
import dev.linger.recommender.Recommender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FitTest {
    @TempDir
    private Path folder;

    @Test
    void the_same_is_fitted_on_any_number_of_threads_and_from_what_a_stopped_fit_kept() throws IOException {
        Path first = fit("first", 1);
        assertEquals(
                Files.readString(first.resolve("SHA256SUMS")),
                Files.readString(fit("again", 2).resolve("SHA256SUMS")));
        assertTrue(Files.readString(folder.resolve("again.log")).contains("from cache"));
        Recommender recommender = Recommender.load(first);
        assertEquals(18_000, recommender.readHistory(first).orElseThrow().size());
        long last = recommender.readHistory(first).orElseThrow().timestampMillis(17_999);
        assertEquals(last + 1, recommender.config().asOfMillis());
        FeatureDistributions learned = recommender.learned().orElseThrow();
        assertEquals(recommender.features().columns().size(), learned.columns().size());
        assertTrue(learned.rows() > 1_000 && learned.rows() <= 50_000, learned.rows() + " rows");
    }

    private Path fit(String name, int threads) {
        Path model = folder.resolve(name);
        int exitCode = Linger.commandLine(Experiment::run)
                .execute(
                        "fit",
                        "--quiet",
                        "--threads=" + threads,
                        "--runs=" + folder.resolve("runs"),
                        "--data=" + SyntheticFolder.topics(),
                        "--config=" + FinishedRun.SMALL,
                        "--set=ranker.members.0.model.rounds=3",
                        "--set=ranker.members.1.model.rounds=3",
                        "--set=ranker.members.2.model.rounds=3",
                        "--set=ranker.members.3.model.rounds=3",
                        "--out=" + model);
        assertEquals(0, exitCode);
        return model;
    }

    @Test
    void a_model_that_cannot_be_finished_leaves_nothing_and_frees_its_name() throws IOException {
        Path model = folder.resolve("model");
        try (NewPath begun = NewPath.begin(model)) {
            assertThrows(InputException.class, () -> NewPath.begin(model));
            assertThrows(
                    InputException.class,
                    () -> begun.finish(path -> {
                        Files.createDirectories(path);
                        Files.writeString(path.resolve("half"), "of it");
                        throw new IOException("no room");
                    }));
            assertFalse(Files.exists(model));
        }
        assertEquals(List.of(), entries());
        try (NewPath begun = NewPath.begin(model)) {
            begun.finish(path -> Files.createDirectories(path));
        }
        assertEquals(List.of(model), entries());
        assertThrows(InputException.class, () -> NewPath.begin(model));
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
