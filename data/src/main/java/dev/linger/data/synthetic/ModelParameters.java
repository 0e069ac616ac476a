package dev.linger.data.synthetic;

/**
 * The numbers of the planted model; {@link PlantedModel} has the formulas. A weight or spread is a standard deviation of
 * the logarithm of play time or of exposure, since taste, appeal, patience and noise are standard normal.
 *
 * @param topics number of topics; KuaiRec's 31 tags are spread over them
 * @param topicSkew a topic's share of videos falls as (rank + 1)^-skew; KuaiRec's commonest tag holds 19 % of its videos
 * @param interestSharpness how few topics a user's interest holds: at 2 the first three of 24 topics hold about two thirds
 * @param tasteWeight effect of the match of user and video: what collaborative filtering can find
 * @param appealWeight effect of the video's appeal: what lagged daily statistics can find
 * @param authorShare share of the appeal's variance that an author's videos have in common, so that a new video of a known
 *     author is not quite unknown
 * @param patienceSpread effect of the user's patience: some people watch everything longer
 * @param noiseSpread the part of a play that nobody can predict
 * @param typicalPlayMillis play time of an average person and video, whatever the video's length
 * @param skipShare chance that an average play is swiped away at once
 * @param skipSlope how much faster the odds of a skip fall than the play time rises
 * @param stopAtEndShare chance that who reaches the end stops there instead of letting the video start again
 * @param leftRunningShare chance that a video is left running: KuaiRec's ratios reach 573
 * @param popularitySpread unevenness of exposure, drawn independently of appeal
 * @param personalShare share of what is shown that the old recommender picks by its guess of the user's interests
 * @param guessAccuracy correlation of that guess with the user's taste
 * @param newVideoShare share of the videos uploaded while the log runs
 * @param freshBoost how many times more a video is shown on its first day than when old
 * @param freshDays days in which that boost falls to 1/e of it
 * @param rewatchShare chance that a play goes back to a video the user has watched
 * @param platformScale plays of the whole platform for one play of the log
 */
record ModelParameters(
        int topics,
        double topicSkew,
        double interestSharpness,
        double tasteWeight,
        double appealWeight,
        double authorShare,
        double patienceSpread,
        double noiseSpread,
        double typicalPlayMillis,
        double skipShare,
        double skipSlope,
        double stopAtEndShare,
        double leftRunningShare,
        double popularitySpread,
        double personalShare,
        double guessAccuracy,
        double newVideoShare,
        double freshBoost,
        double freshDays,
        double rewatchShare,
        double platformScale) {
    /** Few, clear topics, little else: what is there to be found is taste. */
    static final ModelParameters CLEAR_TOPICS = new ModelParameters(
            /* topics= */ 6,
            /* topicSkew= */ 0.0,
            /* interestSharpness= */ 2.5,
            /* tasteWeight= */ 0.6,
            /* appealWeight= */ 0.2,
            /* authorShare= */ 0.4,
            /* patienceSpread= */ 0.2,
            /* noiseSpread= */ 0.5,
            /* typicalPlayMillis= */ 8_000,
            /* skipShare= */ 0.25,
            /* skipSlope= */ 2.0,
            /* stopAtEndShare= */ 0.3,
            /* leftRunningShare= */ 0.0,
            /* popularitySpread= */ 0.3,
            /* personalShare= */ 0.7,
            /* guessAccuracy= */ 0.95,
            /* newVideoShare= */ 0.05,
            /* freshBoost= */ 2.0,
            /* freshDays= */ 2.0,
            /* rewatchShare= */ 0.0,
            /* platformScale= */ 40);

    /** Calibrated to the shapes of KuaiRec's big_matrix. */
    static final ModelParameters LIKE_KUAIREC = new ModelParameters(
            /* topics= */ 24,
            /* topicSkew= */ 0.6,
            /* interestSharpness= */ 2.0,
            /* tasteWeight= */ 0.3,
            /* appealWeight= */ 0.25,
            /* authorShare= */ 0.4,
            /* patienceSpread= */ 0.2,
            /* noiseSpread= */ 0.4,
            /* typicalPlayMillis= */ 7_300,
            /* skipShare= */ 0.17,
            /* skipSlope= */ 2.0,
            /* stopAtEndShare= */ 0.1,
            /* leftRunningShare= */ 0.0008,
            /* popularitySpread= */ 1.0,
            /* personalShare= */ 0.5,
            /* guessAccuracy= */ 0.8,
            /* newVideoShare= */ 0.45,
            /* freshBoost= */ 6.0,
            /* freshDays= */ 3.0,
            /* rewatchShare= */ 0.1,
            /* platformScale= */ 60);
}
