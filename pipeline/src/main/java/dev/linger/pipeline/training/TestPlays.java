package dev.linger.pipeline.training;

import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureRequests;
import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.retrieval.RetrievalColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The plays after the cut as rows to predict. What stage one says of a row takes more memory than all else of it, so rows are
 * predicted in parts of users, and of what stage one says of a part all but score and rank is let go before the next.
 *
 * @param key of what stage one is
 * @param plays those after the cut
 * @param userCount of the data
 * @param stageOne what is said of each play
 * @param run what works it out, and keeps it
 */
public record TestPlays(CacheKey key, InteractionLog plays, int userCount, RetrievalColumns stageOne, RunContext run) {
    /** 256 MiB. */
    private static final long MOST_CELLS = 1L << 26;

    /**
     * Plays, in the order of {@link ObservedExamples}, with score and rank alone of what stage one says, and what is predicted of
     * each.
     */
    public record Predicted(ObservedExamples plays, double[] predictions) {}

    /** The plays of the users {@code from..to-1}. */
    record Part(int from, int to) implements KeptLists {
        @Override
        public boolean keeps(int user, int day) {
            return user >= from && user < to;
        }
    }

    /** All at once, with all that stage one says of them. */
    public ObservedExamples whole() {
        return rows(new Part(0, userCount));
    }

    /**
     * Predicts the plays, part by part.
     *
     * @param predict gives the score of each row, by a key that tells apart which rows it is given
     */
    public Predicted predicted(BiFunction<CacheKey, FeatureRequests, double[]> predict) {
        long cells = (long) plays.size() * stageOne.columns().size();
        return predicted(parts((int) (1 + Math.max(0, cells - 1) / MOST_CELLS)), predict);
    }

    Predicted predicted(List<Part> parts, BiFunction<CacheKey, FeatureRequests, double[]> predict) {
        ObservedExamples all = ObservedExamples.withoutStageOne(plays, ListSample.ALL, userCount);
        int[] users = all.requests().user();
        double[] predictions = new double[all.size()];
        for (Part part : parts) {
            FeatureRequests rows = rows(part).requests();
            int[] places = IntStream.range(0, users.length)
                    .filter(row -> part.keeps(users[row], 0))
                    .toArray();
            double[] ofPart = predict.apply(key(part), rows);
            for (int row = 0; row < places.length; row++) {
                predictions[places[row]] = ofPart[row];
            }
            rows.stageOne().scoreAndRank().copyTo(all.requests().stageOne(), places);
        }
        return new Predicted(all, predictions);
    }

    /** So many parts of about as many plays each, which together have all users; fewer where there are few users. */
    List<Part> parts(int count) {
        long[] playsUpTo = new long[userCount];
        for (int row = 0; row < plays.size(); row++) {
            playsUpTo[plays.user(row)]++;
        }
        Arrays.parallelPrefix(playsUpTo, Long::sum);
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int part = 1; part < count; part++) {
            int to = from;
            while (playsUpTo[to] < (long) plays.size() * part / count) {
                to++;
            }
            if (to > from) {
                parts.add(new Part(from, to));
                from = to;
            }
        }
        parts.add(new Part(from, userCount));
        return parts;
    }

    private ObservedExamples rows(Part part) {
        return run.cache()
                .get(key(part), KeptExamples.TEST, () -> ObservedExamples.of(plays, part, userCount, stageOne, run));
    }

    private CacheKey key(Part part) {
        return key.then("test-plays", part.from, part.to);
    }
}
