package dev.linger.data.synthetic;

/** A size and character of stand-in data. */
public enum Preset {
    /** 300 users, 400 videos, 6 clear topics, 18,000 plays, hardly any dirt: taste can be found here. */
    TOPICS,

    /** 1,000 users, 2,000 videos, 300,000 plays, all seven files with all their dirt: KuaiRec in little. */
    DEMO;

    Sizes sizes() {
        return switch (this) {
            case TOPICS -> new Sizes(300, 400, 18_000, 0, 0);
            case DEMO -> new Sizes(1_000, 2_000, 300_000, 140, 300);
        };
    }

    ModelParameters parameters() {
        return switch (this) {
            case TOPICS -> ModelParameters.CLEAR_TOPICS;
            case DEMO -> ModelParameters.LIKE_KUAIREC;
        };
    }

    Dirt dirt() {
        return switch (this) {
            case TOPICS -> new Dirt(0.0004, 0, 0);
            case DEMO -> new Dirt(0.057, 0.001, 0.5);
        };
    }

    /**
     * How much is drawn.
     *
     * @param users number of users
     * @param videos number of videos
     * @param plays rows of the log before copies
     * @param smallUsers users of the small matrix; 0 for no small matrix, social network and captions
     * @param smallVideos videos of the small matrix
     */
    record Sizes(int users, int videos, int plays, int smallUsers, int smallVideos) {
        boolean hasSmallMatrix() {
            return smallUsers > 0;
        }
    }

    /**
     * What is spoilt in the log.
     *
     * @param copiedShare chance that a row is followed by exact copies of itself, 1.47 on average
     * @param zeroDurationShare chance that a row has lost its video's duration, and with it its ratio
     * @param staleDateShare chance that a row of the first ten minutes of a day carries the date of the day before
     */
    record Dirt(double copiedShare, double zeroDurationShare, double staleDateShare) {}
}
