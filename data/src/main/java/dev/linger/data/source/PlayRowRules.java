package dev.linger.data.source;

import static dev.linger.data.source.CleaningRule.Meaning.REMARKABLE;
import static dev.linger.data.source.CleaningRule.Meaning.UNREADABLE;

import java.util.List;

/** Rules of rows of plays that several layouts share. The first that drops a row counts it. */
public final class PlayRowRules {
    public static final CleaningRule BAD_CELL = new CleaningRule(
            "bad-cell",
            "A cell that the row cannot do without is missing or not what its column holds; the row is dropped. Ids are"
                    + " digits without a sign or leading zeros.",
            UNREADABLE);
    public static final CleaningRule IMPOSSIBLE_DURATION = new CleaningRule(
            "impossible-duration", "The video's duration is not above 0, or above data.maxDurationMillis.", REMARKABLE);
    public static final CleaningRule IMPOSSIBLE_PLAY =
            new CleaningRule("impossible-play", "The play time is below 0, or above 2^31-1 milliseconds.", REMARKABLE);
    public static final CleaningRule IMPOSSIBLE_TIME = new CleaningRule(
            "impossible-time", "The time is outside the years data.earliestYear to data.latestYear.", REMARKABLE);
    public static final CleaningRule EXACT_COPY = new CleaningRule(
            "exact-copy",
            "An earlier row has the same user, video, play time, duration and time (data.dropExactCopies=false keeps it).",
            REMARKABLE);
    public static final CleaningRule RATIO_ABOVE_CAP = new CleaningRule(
            "ratio-above-cap", "The watch ratio is above the cap that learners put on their label.", REMARKABLE);

    public static final CleaningRule BAD_FLAG = new CleaningRule(
            "bad-flag", "A flag is neither 0 nor 1, neither true nor false; it is taken as not set.", REMARKABLE);

    /** Of tables of plays alone. */
    public static final CleaningRule MIXED_IDS = new CleaningRule(
            "mixed-ids",
            "Some ids of the column look like whole numbers and others do not, so all are texts; counted are the rows of the kind"
                    + " that is rarer. Under data.ids, number drops the rows whose ids are none.",
            REMARKABLE);

    /** All others, in the order of reports; those of {@link BrokenRowRules} come before. */
    public static final List<CleaningRule> ALL = List.of(
            BAD_CELL, IMPOSSIBLE_DURATION, IMPOSSIBLE_PLAY, IMPOSSIBLE_TIME, EXACT_COPY, RATIO_ABOVE_CAP, BAD_FLAG);

    private PlayRowRules() {}
}
