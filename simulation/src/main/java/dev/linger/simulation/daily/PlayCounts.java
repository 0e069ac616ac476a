package dev.linger.simulation.daily;

/**
 * Counts over plays of one video, by the definitions of the daily statistics: a play is complete from its
 * duration on, valid from min(7 s, duration), long from min(18 s, duration), short below min(3 s, duration). Progress is
 * min(play / duration, 1).
 */
public final class PlayCounts {
    private static final int VALID_MILLIS = 7_000;
    private static final int LONG_MILLIS = 18_000;
    private static final int SHORT_MILLIS = 3_000;

    private int plays;
    private int users;
    private int lastUser = -1;
    private long playMillis;
    private int completePlays;
    private int validPlays;
    private int longPlays;
    private int shortPlays;
    private double progress;

    /** Counts a play; those of the same user must come one after the other for the users to be right. */
    void add(int user, int play, int duration) {
        plays++;
        users += user == lastUser ? 0 : 1;
        lastUser = user;
        playMillis += play;
        completePlays += play >= duration ? 1 : 0;
        validPlays += reaches(play, duration, VALID_MILLIS) ? 1 : 0;
        longPlays += reaches(play, duration, LONG_MILLIS) ? 1 : 0;
        shortPlays += play < Math.min(SHORT_MILLIS, duration) ? 1 : 0;
        progress += Math.min(1, (double) play / duration);
    }

    private static boolean reaches(int play, int duration, int millis) {
        return duration <= millis ? play >= duration : play > millis;
    }

    public int plays() {
        return plays;
    }

    /** Distinct users. */
    int users() {
        return users;
    }

    long playMillis() {
        return playMillis;
    }

    int completePlays() {
        return completePlays;
    }

    int validPlays() {
        return validPlays;
    }

    int longPlays() {
        return longPlays;
    }

    int shortPlays() {
        return shortPlays;
    }

    /** Sum over the plays. */
    double progress() {
        return progress;
    }
}
