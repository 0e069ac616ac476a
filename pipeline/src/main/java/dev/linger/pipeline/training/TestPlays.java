package dev.linger.pipeline.training;

import dev.linger.data.InteractionLog;
import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.pipeline.run.RunContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The plays after the cut as rows to predict, in parts of users: what stage one says of them takes more memory than all else of
 * a row, and of each part it is let go before the next.
 *
 * @param key of what stage one is
 * @param plays those after the cut
 * @param userCount of the data
 * @param beforeTest stage one
 * @param run what works it out, and keeps it
 */
public record TestPlays(CacheKey key, InteractionLog plays, int userCount, DatedRetriever beforeTest, RunContext run) {
    /** 256 MiB. */
    private static final long MOST_CELLS = 1L << 26;

    /** A part. */
    public interface Part {
        /** Its place in the cache, with what was worked out before. */
        CacheKey key();

        /** Its rows; made, or read, each time. */
        ObservedExamples rows();
    }

    /** All at once, with all that stage one says of them. */
    public ObservedExamples whole() {
        return parts(1).get(0).rows();
    }

    /** As many parts as keep each within 256 MiB of cells. */
    public List<Part> parts() {
        long cells = (long) plays.size() * beforeTest.columns().columns().size();
        return parts((int) (1 + Math.max(0, cells - 1) / MOST_CELLS));
    }

    /**
     * Puts together what was made of the parts, in the order of the rows of all.
     *
     * @param rows of each part, without what is not to be kept
     * @param predictions of each part
     */
    public static Predicted joined(List<ObservedExamples> rows, List<double[]> predictions) {
        if (rows.size() == 1) {
            return new Predicted(rows.get(0), predictions.get(0));
        }
        int[][] places = ObservedExamples.placesOfAll(rows);
        ObservedExamples all = ObservedExamples.joined(rows, places);
        double[] ofAll = new double[all.size()];
        for (int part = 0; part < places.length; part++) {
            for (int row = 0; row < places[part].length; row++) {
                ofAll[places[part][row]] = predictions.get(part)[row];
            }
        }
        return new Predicted(all, ofAll);
    }

    /** Plays, and what is predicted of each. */
    public record Predicted(ObservedExamples plays, double[] predictions) {}

    /** So many parts of about as many plays each, of later users than the one before; fewer where there are few users. */
    List<Part> parts(int count) {
        if (count == 1) {
            return List.of(part(key.then("test-plays"), KeptLists.ALL));
        }
        int[] ends = ends(count);
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < ends.length; at++) {
            int from = at == 0 ? 0 : ends[at - 1];
            int to = ends[at];
            parts.add(part(key.then("test-plays", from, to), (user, day) -> user >= from && user < to));
        }
        return parts;
    }

    private Part part(CacheKey ofPart, KeptLists lists) {
        return new Part() {
            @Override
            public CacheKey key() {
                return ofPart;
            }

            @Override
            public ObservedExamples rows() {
                return run.cache()
                        .get(
                                ofPart,
                                KeptExamples.TEST,
                                () -> ObservedExamples.of(plays, lists, userCount, beforeTest.columns(), run));
            }
        };
    }

    /** The users that parts end before. */
    private int[] ends(int count) {
        long[] playsUpTo = new long[userCount];
        for (int row = 0; row < plays.size(); row++) {
            playsUpTo[plays.user(row)]++;
        }
        Arrays.parallelPrefix(playsUpTo, Long::sum);
        return IntStream.rangeClosed(1, count)
                .map(part -> {
                    long upTo = (long) plays.size() * part / count;
                    int user = 0;
                    while (playsUpTo[user] < upTo) {
                        user++;
                    }
                    return user + 1;
                })
                .distinct()
                .toArray();
    }
}
