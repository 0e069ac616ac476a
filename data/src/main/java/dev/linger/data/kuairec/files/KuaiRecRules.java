package dev.linger.data.kuairec.files;

import static dev.linger.data.source.CleaningRule.Meaning.REMARKABLE;
import static dev.linger.data.source.CleaningRule.Meaning.UNKNOWN_ID;
import static dev.linger.data.source.CleaningRule.Meaning.UNREADABLE;

import dev.linger.data.csv.MissingWords;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.PlayRowRules;
import java.util.List;

/** The rules that rows of the KuaiRec layout are held against. */
public final class KuaiRecRules {
    public static final CleaningRule BAD_CELL = PlayRowRules.BAD_CELL;
    public static final CleaningRule BAD_ATTRIBUTE = new CleaningRule(
            "bad-attribute",
            "An attribute cell is not what its column holds, such as a count below 0, of 2^53 or more or written +5, a flag of"
                    + " 2, or a category with blanks at an end; it is taken as missing.",
            UNREADABLE);
    public static final CleaningRule MISSING_WORD = new CleaningRule(
            "missing-word",
            "A cell says that it is missing by one of the words " + String.join(", ", MissingWords.ALL)
                    + ", in upper or lower case; it is taken as empty.",
            REMARKABLE);
    public static final CleaningRule BROKEN_CAPTION = new CleaningRule(
            "broken-caption", "A caption is torn by stray line breaks or quotes; its pieces are dropped.", UNREADABLE);
    public static final CleaningRule IMPOSSIBLE_DURATION = new CleaningRule(
            "impossible-duration",
            "The video's duration is empty, not above 0, or above data.maxDurationMillis.",
            REMARKABLE);
    public static final CleaningRule IMPOSSIBLE_PLAY = new CleaningRule(
            "impossible-play", "The play time is empty, below 0, or above 2^31-1 milliseconds.", REMARKABLE);
    public static final CleaningRule IMPOSSIBLE_TIME = new CleaningRule(
            "impossible-time",
            "The timestamp is empty or outside the years data.earliestYear to data.latestYear.",
            REMARKABLE);
    public static final CleaningRule UNKNOWN_USER = new CleaningRule(
            "unknown-user",
            "The user is not in user_features (data.unknownIds=keep keeps the row of a log).",
            UNKNOWN_ID);
    public static final CleaningRule UNKNOWN_VIDEO = new CleaningRule(
            "unknown-video",
            "The video is not in item_categories (data.unknownIds=keep keeps the row of a log).",
            UNKNOWN_ID);
    public static final CleaningRule EXACT_COPY = new CleaningRule(
            "exact-copy",
            "An earlier row has the same user, video, play time, duration and timestamp (data.dropExactCopies=false keeps"
                    + " it).",
            REMARKABLE);
    public static final CleaningRule RATIO_DISAGREES = new CleaningRule(
            "ratio-disagrees",
            "The watch_ratio cell is further than data.ratioTolerance from play / duration, which is what is used.",
            REMARKABLE);
    public static final CleaningRule DATE_DISAGREES = new CleaningRule(
            "date-disagrees",
            "The date cell is not the local day of the timestamp, which is what is used.",
            REMARKABLE);
    public static final CleaningRule RATIO_ABOVE_CAP = PlayRowRules.RATIO_ABOVE_CAP;
    public static final CleaningRule REPEATED_PAIR = new CleaningRule(
            "repeated-pair", "An earlier row of the small matrix has the same user and video.", REMARKABLE);
    public static final CleaningRule UNTIMED_EXPOSURE = new CleaningRule(
            "untimed-exposure",
            "A row of the small matrix has no timestamp: a forced exposure; none is ever put in the log.",
            REMARKABLE);
    public static final CleaningRule REPEATED_DAY = new CleaningRule(
            "repeated-day",
            "A video has another row for the day with more shows (then plays, then earlier in the file).",
            REMARKABLE);
    public static final CleaningRule REPEATED_DAY_DISAGREES = new CleaningRule(
            "repeated-day-disagrees",
            "The rows that a video has for one day differ in their counts (one hit a day).",
            REMARKABLE);

    /** All of them, in the order of reports; those of {@link dev.linger.data.source.BrokenRowRules} come before. */
    public static final List<CleaningRule> ALL = List.of(
            BAD_CELL,
            BAD_ATTRIBUTE,
            MISSING_WORD,
            BROKEN_CAPTION,
            IMPOSSIBLE_DURATION,
            IMPOSSIBLE_PLAY,
            IMPOSSIBLE_TIME,
            UNKNOWN_USER,
            UNKNOWN_VIDEO,
            EXACT_COPY,
            RATIO_DISAGREES,
            DATE_DISAGREES,
            RATIO_ABOVE_CAP,
            REPEATED_PAIR,
            UNTIMED_EXPOSURE,
            REPEATED_DAY,
            REPEATED_DAY_DISAGREES);

    private KuaiRecRules() {}
}
