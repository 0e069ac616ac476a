package dev.linger.pipeline.offpolicy;

/**
 * A served list as a target sees it, all by place.
 *
 * @param user number of the user, from 0
 * @param weights how many times as likely the target makes the list down to the place
 * @param rewards what was watched of it
 * @param predicted what a model expected of the video there, fitted to lists of other users
 * @param direct what it expects of the lists of the target
 */
record WeighedList(int user, double[] weights, double[] rewards, double[] predicted, double[] direct) {
    WeighedList {
        int places = weights.length;
        if (places < 1 || rewards.length != places || predicted.length != places || direct.length != places) {
            throw new IllegalArgumentException("a list must have as many weights, rewards and predictions but has "
                    + places + ", " + rewards.length + ", " + predicted.length + " and " + direct.length);
        }
    }

    /**
     * The weights down to each place, {@code t(1) ... t(k) / (p(1) ... p(k))}.
     *
     * @param target how likely the target makes each place, given those above it
     * @param served the same of what served the list, above 0
     */
    static double[] weights(double[] target, double[] served) {
        double[] weights = new double[served.length];
        double product = 1;
        for (int place = 0; place < weights.length; place++) {
            product *= target[place] / served[place];
            weights[place] = product;
        }
        return weights;
    }
}
