package dev.linger.pipeline.offpolicy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What the first K places of a target's lists would bring, the mean of a place, from lists that were drawn. With weights w(k) of the
 * places down to k ({@link WeighedList#weights}), rewards r(k), and a model's q(k) of the list and q'(k) of the target's lists:
 *
 * <pre>
 * IPS   = mean over lists of 1/K sum_k w(k) r(k)
 * SNIPS = 1/K sum_k (sum over lists of w(k) r(k)) / (sum over lists of w(k))
 * DR    = mean over lists of 1/K sum_k (q'(k) + w(k) (r(k) - q(k)))
 * </pre>
 *
 * IPS: Precup, Sutton and Singh, ICML 2000 (importance sampling per decision). SNIPS: Swaminathan and Joachims, NeurIPS 2015, by place
 * as McInerney et al., KDD 2020. DR: Dudik, Langford and Li, ICML 2011, with the list down to a place as what was chosen; Kiyohara et
 * al., WSDM 2022, go on from there by a model of all that follows a place, which is not done here. IPS and DR are unbiased, and SNIPS
 * in the long run, where the reward of a place depends on the user and on the videos down to it, and where whatever the target may
 * show could have been served.
 *
 * <p>Intervals are over users ({@link UserMean}); that of SNIPS is by the delta method, over its residuals
 * {@code w(k) (r(k) - SNIPS(k)) / mean w(k)}.
 */
final class Estimates {
    /** With a smaller effective sample size of a place a few lists decide. */
    static final double FEWEST_EFFECTIVE = 30;

    private final List<WeighedList> lists;
    private final int[] users;
    private final int userCount;
    private final int places;
    private final double[][] weights;

    /**
     * A policy's value.
     *
     * @param value of a place
     * @param overServed what it has over the lists that were served
     */
    record Estimate(String name, UserMean value, UserMean overServed) {}

    /**
     * How far a place can be trusted.
     *
     * @param served mean reward of the lists that were served
     * @param target the same of the target, by SNIPS
     * @param effective effective sample size, {@code (sum w)^2 / sum w^2} lists
     * @param weight the mean weight, 1 in the long run where the target shows only what could be served; never clipped
     * @param largestShare the largest weight over the sum of all
     */
    record Place(double served, double target, double effective, UserMean weight, double largestShare) {}

    /**
     * Of lists with as many places.
     *
     * @param clip larger weights count as this one
     */
    Estimates(List<WeighedList> lists, OptionalDouble clip) {
        this.lists = List.copyOf(lists);
        this.users = lists.stream().mapToInt(WeighedList::user).toArray();
        this.userCount = (int) Arrays.stream(users).distinct().count();
        if (userCount < 2) {
            throw new IllegalArgumentException("lists of 2 users at least are needed but there are " + userCount);
        }
        this.places = lists.get(0).weights().length;
        this.weights = lists.stream()
                .map(list -> Arrays.stream(list.weights())
                        .map(weight -> Math.min(weight, clip.orElse(Double.POSITIVE_INFINITY)))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** What was served: the mean of a place. */
    UserMean served() {
        return mean(perList((list, place) -> lists.get(list).rewards()[place]));
    }

    Estimate ips() {
        return estimate(
                "IPS",
                perList((list, place) -> weights[list][place] * lists.get(list).rewards()[place]));
    }

    Estimate snips() {
        double[] values = new double[places];
        double[] mean = new double[places];
        for (int place = 0; place < places; place++) {
            values[place] = snips(place);
            mean[place] = weightSum(place) / lists.size();
        }
        return estimate(
                "SNIPS",
                perList((list, place) -> values[place]
                        + weights[list][place] * (lists.get(list).rewards()[place] - values[place]) / mean[place]));
    }

    Estimate doublyRobust() {
        return estimate("DR", perList((list, place) -> {
            WeighedList of = lists.get(list);
            return of.direct()[place] + weights[list][place] * (of.rewards()[place] - of.predicted()[place]);
        }));
    }

    /** Each place. */
    List<Place> places() {
        return IntStream.range(0, places).mapToObj(this::place).toList();
    }

    private Place place(int place) {
        double squares = 0;
        double largest = 0;
        double served = 0;
        double[] unclipped = new double[lists.size()];
        for (int list = 0; list < unclipped.length; list++) {
            double weight = weights[list][place];
            squares += weight * weight;
            largest = Math.max(largest, weight);
            served += lists.get(list).rewards()[place] / unclipped.length;
            unclipped[list] = lists.get(list).weights()[place];
        }
        double sum = weightSum(place);
        return new Place(
                served,
                snips(place),
                sum == 0 ? 0 : sum * sum / squares,
                mean(unclipped),
                sum == 0 ? 1 : largest / sum);
    }

    /** NaN where the target never shows such lists. */
    private double snips(int place) {
        double sum = 0;
        for (int list = 0; list < weights.length; list++) {
            sum += weights[list][place] * lists.get(list).rewards()[place];
        }
        return sum / weightSum(place);
    }

    private double weightSum(int place) {
        double sum = 0;
        for (double[] ofList : weights) {
            sum += ofList[place];
        }
        return sum;
    }

    @FunctionalInterface
    private interface PlaceValue {
        double of(int list, int place);
    }

    /** The mean over the places of each list. */
    private double[] perList(PlaceValue value) {
        double[] perList = new double[lists.size()];
        for (int list = 0; list < perList.length; list++) {
            for (int place = 0; place < places; place++) {
                perList[list] += value.of(list, place) / places;
            }
        }
        return perList;
    }

    private Estimate estimate(String name, double[] perList) {
        double[] over = perList((list, place) -> -lists.get(list).rewards()[place]);
        for (int list = 0; list < over.length; list++) {
            over[list] += perList[list];
        }
        return new Estimate(name, mean(perList), mean(over));
    }

    private UserMean mean(double[] perList) {
        return UserMean.of(users, userCount, perList);
    }
}
