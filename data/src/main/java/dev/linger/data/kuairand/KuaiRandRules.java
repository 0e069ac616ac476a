package dev.linger.data.kuairand;

import static dev.linger.data.kuairec.files.KuaiRecRules.BAD_ATTRIBUTE;
import static dev.linger.data.kuairec.files.KuaiRecRules.MISSING_WORD;
import static dev.linger.data.source.PlayRowRules.BAD_CELL;
import static dev.linger.data.source.PlayRowRules.EXACT_COPY;
import static dev.linger.data.source.PlayRowRules.IMPOSSIBLE_DURATION;
import static dev.linger.data.source.PlayRowRules.IMPOSSIBLE_PLAY;
import static dev.linger.data.source.PlayRowRules.IMPOSSIBLE_TIME;
import static dev.linger.data.source.PlayRowRules.RATIO_ABOVE_CAP;

import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.CleaningRule.Meaning;
import java.util.List;

/** The rules that rows of the KuaiRand layout are held against: those of plays of any layout, two of attributes, and three more. */
public final class KuaiRandRules {
    public static final CleaningRule RANDOM_EXPOSURE = new CleaningRule(
            "random-exposure",
            "The row has is_rand 1: its video was shown at random (data.randomLog=add keeps the row).",
            Meaning.REMARKABLE);
    public static final CleaningRule UNKNOWN_USER =
            new CleaningRule("unknown-user", "The user is not in user_features.", Meaning.UNKNOWN_ID);
    public static final CleaningRule UNKNOWN_VIDEO =
            new CleaningRule("unknown-video", "The video is not in video_features_basic.", Meaning.UNKNOWN_ID);

    /** All of them, in the order of reports; those of {@link dev.linger.data.source.BrokenRowRules} come before. */
    public static final List<CleaningRule> ALL = List.of(
            BAD_CELL,
            BAD_ATTRIBUTE,
            MISSING_WORD,
            RANDOM_EXPOSURE,
            IMPOSSIBLE_DURATION,
            IMPOSSIBLE_PLAY,
            IMPOSSIBLE_TIME,
            UNKNOWN_USER,
            UNKNOWN_VIDEO,
            EXACT_COPY,
            RATIO_ABOVE_CAP);

    private KuaiRandRules() {}
}
