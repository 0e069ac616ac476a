package dev.linger.simulation.world;

import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.shape.Design;
import dev.linger.simulation.shape.ExactCounts;
import dev.linger.simulation.shape.ModelParameters;
import dev.linger.simulation.shape.Sizes;
import java.util.Arrays;
import java.util.Objects;

/**
 * What is true of the users and is in no file: taste by topic, patience, activity, and what the old recommender
 * believes of their interests.
 */
public final class Audience {
    private final double[][] taste;
    private final double[][] guess;
    private final double[] patience;
    private int[] plays;
    private int[] copies;
    private int busiest;
    private final int totalPlays;

    private Audience(Sizes sizes) {
        this.taste = new double[sizes.users()][];
        this.guess = new double[sizes.users()][];
        this.patience = new double[sizes.users()];
        this.plays = new int[sizes.users()];
        this.copies = new int[sizes.users()];
        this.totalPlays = sizes.plays();
    }

    static Audience draw(Design design, Seed seed) {
        Draws draws = new Draws(seed.stream("audience"));
        Audience audience = new Audience(design.sizes());
        double[] activity = new double[audience.size()];
        for (int user = 0; user < audience.size(); user++) {
            audience.drawUser(user, design.parameters(), draws);
            activity[user] = design.parameters().activity().draw(draws);
        }
        if (design.exact() == null) {
            audience.plays = share(audience.totalPlays, activity);
        } else {
            audience.shareRows(design, new Draws(seed.stream("activity")));
        }
        return audience;
    }

    private void drawUser(int user, ModelParameters parameters, Draws draws) {
        double accuracy = parameters.guessAccuracy();
        double error = StrictMath.sqrt(1 - accuracy * accuracy);
        double[] tastes = new double[parameters.topics()];
        double[] guesses = new double[parameters.topics()];
        for (int topic = 0; topic < tastes.length; topic++) {
            tastes[topic] = draws.gaussian();
            double believed = accuracy * tastes[topic] + error * draws.gaussian();
            guesses[topic] = StrictMath.exp(parameters.interestSharpness() * believed);
        }
        taste[user] = tastes;
        guess[user] = Draws.cumulative(guesses);
        patience[user] = draws.gaussian();
    }

    /** Rows by the curve of activity; some of them are copies, of which the most active user has one row's many more. */
    private void shareRows(Design design, Draws draws) {
        ExactCounts exact = Objects.requireNonNull(design.exact());
        int[] rows = share(
                totalPlays + exact.copies(), design.parameters().activity().deal(size(), draws));
        copies = share(
                exact.copies() - exact.copiesOfOneRow(),
                Arrays.stream(rows).asDoubleStream().toArray());
        for (int user = 0; user < rows.length; user++) {
            busiest = rows[user] > rows[busiest] ? user : busiest;
        }
        copies[busiest] += exact.copiesOfOneRow();
        Arrays.setAll(plays, user -> rows[user] - copies[user]);
    }

    /** Whole numbers in proportion to the weights that add up to the total exactly. */
    private static int[] share(int total, double[] weights) {
        double[] cumulative = Draws.cumulative(weights);
        double all = cumulative[cumulative.length - 1];
        int[] shares = new int[weights.length];
        long before = 0;
        for (int at = 0; at < shares.length; at++) {
            long until = (long) StrictMath.rint(total * (cumulative[at] / all));
            shares[at] = (int) (until - before);
            before = until;
        }
        return shares;
    }

    public int size() {
        return plays.length;
    }

    /** Standard normal: how much the user likes the topic. */
    double taste(int user, int topic) {
        return taste[user][topic];
    }

    /** Standard normal. */
    double patience(int user) {
        return patience[user];
    }

    /** Rows of the log, before copies. */
    public int totalPlays() {
        return totalPlays;
    }

    /** Rows of the user in the log, before copies. */
    public int plays(int user) {
        return plays[user];
    }

    /** Copies of the user's rows that the log holds; 0 where chance decides. */
    public int copies(int user) {
        return copies[user];
    }

    /** The user with most rows, to whom the row with most copies belongs; 0 where chance decides. */
    public int busiest() {
        return busiest;
    }

    /** Rows of the user / mean rows of a user. */
    public double activity(int user) {
        return plays[user] * (double) plays.length / totalPlays;
    }

    /** The topic the user likes best. */
    public int favourite(int user) {
        int best = 0;
        for (int topic = 1; topic < taste[user].length; topic++) {
            if (taste[user][topic] > taste[user][best]) {
                best = topic;
            }
        }
        return best;
    }

    /** Mean product of two users' tastes: near 1 for twins, 0 for strangers. */
    public double likeness(int user, int other) {
        double sum = 0;
        for (int topic = 0; topic < taste[user].length; topic++) {
            sum += taste[user][topic] * taste[other][topic];
        }
        return sum / taste[user].length;
    }

    /** A topic the old recommender believes the user likes. */
    int drawGuessedTopic(int user, Draws draws) {
        return draws.weighted(guess[user]);
    }

    /** The chance of {@link #drawGuessedTopic}. */
    public double guessedShare(int user, int topic) {
        double[] cumulative = guess[user];
        double weight = cumulative[topic] - (topic == 0 ? 0 : cumulative[topic - 1]);
        return weight / cumulative[cumulative.length - 1];
    }
}
