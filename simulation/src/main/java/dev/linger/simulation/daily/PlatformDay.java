package dev.linger.simulation.daily;

/**
 * Totals of one video and day over the whole platform: the log's plays and the crowd's.
 *
 * @param plays number of plays
 * @param users number of people who played, at most {@code plays}
 * @param playMillis sum of play times
 * @param completePlays plays to the end
 * @param validPlays plays of 7 s or to the end
 * @param longPlays plays of 18 s or to the end
 * @param shortPlays plays under 3 s that miss the end
 * @param progress mean of min(play / duration, 1)
 */
public record PlatformDay(
        long plays,
        long users,
        long playMillis,
        long completePlays,
        long validPlays,
        long longPlays,
        long shortPlays,
        double progress) {
    /** People of the crowd for one play of theirs: few play a video twice on a day. */
    private static final double USERS_PER_PLAY = 0.97;

    /** The log's counts, and the sample's counts as often as makes {@code crowdPlays} of them. */
    public static PlatformDay of(PlayCounts log, PlayCounts sample, long crowdPlays) {
        double scale = (double) crowdPlays / sample.plays();
        long plays = log.plays() + crowdPlays;
        return new PlatformDay(
                plays,
                log.users() + scaled(USERS_PER_PLAY, crowdPlays),
                log.playMillis() + scaled(scale, sample.playMillis()),
                log.completePlays() + scaled(scale, sample.completePlays()),
                log.validPlays() + scaled(scale, sample.validPlays()),
                log.longPlays() + scaled(scale, sample.longPlays()),
                log.shortPlays() + scaled(scale, sample.shortPlays()),
                (log.progress() + scale * sample.progress()) / plays);
    }

    private static long scaled(double scale, long count) {
        return (long) StrictMath.rint(scale * count);
    }

    /** Distinct people behind so many of the plays, in proportion. */
    public long usersOf(long count) {
        return count == 0 ? 0 : Math.max(1, scaled((double) users / plays, count));
    }
}
