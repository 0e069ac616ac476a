package dev.linger.simulation.daily;

import dev.linger.data.Draws;
import java.util.List;

/**
 * What people do apart from watching, as the daily table counts it. An act happens {@code plays * rate * exp(slope * appeal)}
 * times on average (Poisson): likes, comments, ... rise with the video's appeal, complaints fall with it.
 */
public final class Engagement {
    private static final double RISES = 0.7;
    private static final double FALLS = -0.7;

    private static final double LIKES = 0.02;
    private static final double CANCELLED = 0.03;
    private static final double CLICKED_LIKES = 0.6;
    private static final double COMMENTS = 0.003;
    private static final double DIRECT_COMMENTS = 0.7;
    private static final double DELETED_COMMENTS = 0.05;
    private static final double COMMENT_LIKES = 0.004;
    private static final double COMMENT_STAY_MILLIS = 600;
    private static final double FOLLOWS = 0.002;
    private static final double SHARES = 0.0012;
    private static final double DOWNLOADS = 0.0008;
    private static final double REPORTS = 0.00005;
    private static final double REDUCTIONS = 0.0004;
    private static final double COLLECTS = 0.0015;

    private final PlatformDay day;
    private final double appeal;
    private final Draws draws;

    public Engagement(PlatformDay day, double appeal, Draws draws) {
        this.day = day;
        this.appeal = appeal;
        this.draws = draws;
    }

    /** Adds the cells of comment_stay_duration..cancel_collect_user_num. */
    public void addTo(List<String> cells, boolean countsCollects) {
        add(acts(COMMENT_STAY_MILLIS, RISES), cells);
        addLikes(cells);
        addComments(cells);
        addWithCancelled(acts(FOLLOWS, RISES), cells);
        addWithUsers(acts(SHARES, RISES), cells);
        addWithUsers(acts(DOWNLOADS, RISES), cells);
        addWithUsers(acts(REPORTS, FALLS), cells);
        addWithUsers(acts(REDUCTIONS, FALLS), cells);
        addCollects(countsCollects, cells);
    }

    private void addLikes(List<String> cells) {
        long likes = acts(LIKES, RISES);
        long clicked = part(likes, CLICKED_LIKES);
        addWithUsers(likes, cells);
        add(clicked, cells);
        add(likes - clicked, cells);
        addWithUsers(part(likes, CANCELLED), cells);
    }

    private void addComments(List<String> cells) {
        long comments = acts(COMMENTS, RISES);
        long direct = part(comments, DIRECT_COMMENTS);
        addWithUsers(comments, cells);
        add(direct, cells);
        add(comments - direct, cells);
        addWithUsers(part(comments, DELETED_COMMENTS), cells);
        addWithUsers(acts(COMMENT_LIKES, RISES), cells);
    }

    /** Decimals, as a column with empty cells is written; empty before the platform counted collects. */
    private void addCollects(boolean counted, List<String> cells) {
        long collects = acts(COLLECTS, RISES);
        long cancelled = part(collects, CANCELLED);
        for (long count : new long[] {collects, day.usersOf(collects), cancelled, day.usersOf(cancelled)}) {
            cells.add(counted ? count + ".0" : "");
        }
    }

    private void addWithCancelled(long count, List<String> cells) {
        addWithUsers(count, cells);
        addWithUsers(part(count, CANCELLED), cells);
    }

    private void addWithUsers(long count, List<String> cells) {
        add(count, cells);
        add(day.usersOf(count), cells);
    }

    private static void add(long count, List<String> cells) {
        cells.add(Long.toString(count));
    }

    private long acts(double rate, double slope) {
        return draws.count(day.plays() * rate * StrictMath.exp(slope * appeal));
    }

    private long part(long count, double share) {
        return Math.min(count, draws.count(count * share));
    }
}
