package dev.linger.pipeline.reranking;

import dev.linger.data.Progress;
import dev.linger.features.FeatureRequests;
import dev.linger.features.replay.FeatureReplay;
import dev.linger.pipeline.run.RunContext;
import dev.linger.ranker.Ranker;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Predicts single plays, each from a feature row as of its own day or instant. */
public final class PlayPredictions {
    private PlayPredictions() {}

    /**
     * The scores of several rankers, {@code [ranker][row]}.
     *
     * @param replay begins one, which stands at or before the first row's day; where a ranker reads features
     */
    public static double[][] of(
            FeatureRequests plays, Supplier<FeatureReplay> replay, List<Ranker> rankers, RunContext run) {
        double[][] scores = new double[rankers.size()][plays.size()];
        List<Integer> readers = IntStream.range(0, scores.length)
                .filter(at -> rankers.get(at).readsFeatures())
                .boxed()
                .toList();
        for (int at = 0; at < scores.length; at++) {
            if (!readers.contains(at)) {
                rankers.get(at).score(plays.retrievalRows(), scores[at]);
            }
        }
        if (!readers.isEmpty()) {
            double[][] ofReaders =
                    of(plays, replay.get(), readers.stream().map(rankers::get).toList(), run);
            for (int at = 0; at < ofReaders.length; at++) {
                scores[readers.get(at)] = ofReaders[at];
            }
        }
        return scores;
    }

    private static double[][] of(FeatureRequests plays, FeatureReplay replay, List<Ranker> rankers, RunContext run) {
        double[][] scores = new double[rankers.size()][plays.size()];
        try (Progress.Task task = run.progress().start("predict plays", "plays", plays.size())) {
            replay.readUnordered(plays, run.workers(), task, (first, rows) -> {
                for (int ranker = 0; ranker < scores.length; ranker++) {
                    double[] own = new double[rows.size()];
                    rankers.get(ranker).score(rows, own);
                    System.arraycopy(own, 0, scores[ranker], first, own.length);
                }
            });
        }
        return scores;
    }
}
