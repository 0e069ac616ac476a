package dev.linger.data.synthetic;

import dev.linger.data.Seed;

/**
 * What is true of the users and stands in no file: taste by topic, patience, activity, and what the old recommender
 * believes of their interests.
 */
final class Audience {
    /** Rows of a user / mean rows of a user, after KuaiRec's quartiles, minimum and tail. */
    private static final QuantileCurve ACTIVITY = new QuantileCurve(
            new double[] {0, 0.25, 0.5, 0.75, 0.95, 0.99, 1}, new double[] {0.06, 0.506, 1.057, 1.409, 1.9, 2.6, 4});

    private final double[][] taste;
    private final double[][] guess;
    private final double[] patience;
    private final int[] plays;
    private final int totalPlays;

    private Audience(int size, int totalPlays) {
        this.taste = new double[size][];
        this.guess = new double[size][];
        this.patience = new double[size];
        this.plays = new int[size];
        this.totalPlays = totalPlays;
    }

    static Audience draw(Preset.Sizes sizes, ModelParameters parameters, Seed seed) {
        Draws draws = new Draws(seed.stream("audience"));
        Audience audience = new Audience(sizes.users(), sizes.plays());
        double[] activity = new double[sizes.users()];
        for (int user = 0; user < sizes.users(); user++) {
            audience.drawUser(user, parameters, draws);
            activity[user] = ACTIVITY.draw(draws);
        }
        audience.sharePlays(activity);
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

    /** Whole numbers in proportion to the activity that add up to the total exactly. */
    private void sharePlays(double[] activity) {
        double[] cumulative = Draws.cumulative(activity);
        double all = cumulative[cumulative.length - 1];
        long before = 0;
        for (int user = 0; user < plays.length; user++) {
            long until = (long) StrictMath.rint(totalPlays * (cumulative[user] / all));
            plays[user] = (int) (until - before);
            before = until;
        }
    }

    int size() {
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

    /** Rows of the user in the log, before copies. */
    int plays(int user) {
        return plays[user];
    }

    /** Rows of the user / mean rows of a user. */
    double activity(int user) {
        return plays[user] * (double) plays.length / totalPlays;
    }

    /** The topic the user likes best. */
    int favourite(int user) {
        int best = 0;
        for (int topic = 1; topic < taste[user].length; topic++) {
            if (taste[user][topic] > taste[user][best]) {
                best = topic;
            }
        }
        return best;
    }

    /** Mean product of two users' tastes: near 1 for twins, 0 for strangers. */
    double likeness(int user, int other) {
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
    double guessedShare(int user, int topic) {
        double[] cumulative = guess[user];
        double weight = cumulative[topic] - (topic == 0 ? 0 : cumulative[topic - 1]);
        return weight / cumulative[cumulative.length - 1];
    }
}
