package dev.linger.candidates.interests;

import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.PlayValue;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.TimeDecay;
import dev.linger.candidates.TopItems;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.interests.UserInterests.Interest;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the interests of users: their last liked videos, clustered by the directions of factors.
 *
 * @param model the factors of videos
 * @param weights of each user's liked videos, {@code 0.5^(ageDays / halfLifeDays)} of the last liked play
 * @param values what the plays of each pair are worth to the model
 */
record InterestSearch(InterestsConfig config, AlsModel model, SparseRows weights, SparseRows values) {
    /**
     * Of all users.
     *
     * @param plays all of theirs
     * @param value what a play is worth to the model
     * @param asOfMillis from when the age of plays counts, in milliseconds since 1970-01-01 UTC
     */
    static UserInterests of(
            InterestsConfig config,
            AlsModel model,
            PairPlays plays,
            PlayValue value,
            long asOfMillis,
            Workers workers) {
        PlayValue isLiked = (durationMillis, watchRatio) -> watchRatio > config.likedThreshold() ? 1 : 0;
        SparseRows weights = InteractionMatrix.of(
                        plays,
                        model.itemCount(),
                        isLiked,
                        new TimeDecay(config.halfLifeDays(), asOfMillis),
                        RepeatRule.MAX,
                        workers)
                .byUser()
                .above(0);
        SparseRows values = model.config()
                .pairs(plays, model.itemCount(), value, asOfMillis, workers)
                .byUser();
        InterestSearch search = new InterestSearch(config, model, weights, values);
        return UserInterests.of(
                workers.map(weights.rowCount(), search::of), model.config().factorCount());
    }

    private List<Interest> of(int user) {
        RankedList liked = lastLiked(user);
        double[][] directions =
                Arrays.stream(liked.items()).mapToObj(this::direction).toArray(double[][]::new);
        int[] cluster = WardClusters.of(directions, config.most(), config.uniteBelow());
        double all = Arrays.stream(liked.scores()).sum();
        return IntStream.rangeClosed(0, Arrays.stream(cluster).max().orElse(-1))
                .mapToObj(number -> IntStream.range(0, cluster.length)
                        .filter(at -> cluster[at] == number)
                        .toArray())
                .map(members -> new Interest(
                        liked.items()[medoid(members, directions)],
                        Arrays.stream(members)
                                        .mapToDouble(at -> liked.scores()[at])
                                        .sum()
                                / all,
                        factors(
                                user,
                                Arrays.stream(members)
                                        .map(at -> liked.items()[at])
                                        .sorted()
                                        .toArray())))
                .sorted(Comparator.comparingInt(Interest::medoid))
                .toList();
    }

    private RankedList lastLiked(int user) {
        TopItems last = new TopItems(config.lastVideos());
        for (int cell = weights.from(user); cell < weights.to(user); cell++) {
            if (!model.itemFactors().isZero(weights.column(cell))) {
                last.offer(weights.column(cell), weights.value(cell));
            }
        }
        return last.drain(user);
    }

    /** The factors of a video divided by their length. */
    private double[] direction(int item) {
        double[] direction = new double[model.itemFactors().factorCount()];
        model.itemFactors().read(item, direction, 0);
        double length = model.itemFactors().norm(item);
        Arrays.setAll(direction, factor -> direction[factor] / length);
        return direction;
    }

    /** The member with the least sum of squared distances to the others. */
    private static int medoid(int[] members, double[][] points) {
        double least = Double.POSITIVE_INFINITY;
        int medoid = members[0];
        for (int one : members) {
            double sum = 0;
            for (int other : members) {
                sum += WardClusters.squaredDistance(points[one], points[other]);
            }
            if (sum < least) {
                least = sum;
                medoid = one;
            }
        }
        return medoid;
    }

    /** What the model would give somebody who has watched these videos alone, as this user has. */
    private double[] factors(int user, int[] items) {
        float[] ofItems = new float[items.length];
        int at = 0;
        for (int cell = values.from(user); at < items.length; cell++) {
            if (values.column(cell) == items[at]) {
                ofItems[at++] = values.value(cell);
            }
        }
        return model.foldIn(items, ofItems);
    }
}
