package dev.linger.data.kuairec;

import java.util.Locale;

/** The rules that rows of the files are held against; each row a rule hits is counted in the {@link DataReport}. */
public enum CleaningRule {
    WRONG_FIELD_COUNT("A row has more or fewer fields than the header; it is dropped.", true),
    BAD_CELL("A cell that the row cannot do without is not what its column holds; the row is dropped.", true),
    BAD_ATTRIBUTE("An attribute cell is not what its column holds; it is taken as missing.", true),
    BROKEN_CAPTION("A caption is torn by stray line breaks or quotes; its pieces are dropped.", true),
    IMPOSSIBLE_DURATION("The video's duration is empty, not above 0, or above the configured maximum.", false),
    IMPOSSIBLE_PLAY("The play time is empty, below 0, or above 2^31-1 milliseconds.", false),
    IMPOSSIBLE_TIME("The timestamp is empty or outside the configured years.", false),
    UNKNOWN_USER("The user does not stand in user_features.", false),
    UNKNOWN_VIDEO("The video does not stand in item_categories.", false),
    EXACT_COPY("An earlier row has the same user, video, play time, duration and timestamp.", false),
    RATIO_DISAGREES("The watch_ratio cell is not play / duration, which is what is used.", false),
    DATE_DISAGREES("The date cell is not the local day of the timestamp, which is what is used.", false),
    RATIO_ABOVE_CAP("The watch ratio is above the cap that learners put on their label.", false),
    REPEATED_PAIR("An earlier row of the small matrix has the same user and video.", false),
    UNTIMED_EXPOSURE(
            "A row of the small matrix has no timestamp: a forced exposure; none is ever put in the log.", false),
    REPEATED_DAY("A video has another row for the day with more shows (then plays, then earlier in the file).", false),
    REPEATED_DAY_DISAGREES("The rows that a video has for one day differ in their counts (one hit a day).", false);

    private final String description;
    private final boolean unreadable;

    CleaningRule(String description, boolean unreadable) {
        this.description = description;
        this.unreadable = unreadable;
    }

    /** The name in reports, such as {@code exact-copy}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the rule looks at, in one sentence. */
    public String description() {
        return description;
    }

    /** Whether a hit says that the file is damaged, so that too many of them stop the run. */
    public boolean unreadable() {
        return unreadable;
    }
}
