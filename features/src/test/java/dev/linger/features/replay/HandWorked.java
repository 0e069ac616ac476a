package dev.linger.features.replay;

import static dev.linger.features.replay.SmallWorld.FIRST_DAY;

import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureRequests;
import dev.linger.features.FeatureRows;
import dev.linger.features.StageOneCells;
import dev.linger.features.replay.SmallWorld.Play;
import java.util.List;

/** Cells of a few plays, all of videos of ten seconds unless said otherwise, smoothed by two plays. */
final class HandWorked {
    private static final double PRIOR_PLAYS = 2;
    private static final double CAP = 3.2;

    private HandWorked() {}

    /** A play of a video of ten seconds, on a day from 0 on. */
    static Play play(int user, int item, double ratio, int day, int hour) {
        return new Play(user, item, (int) Math.round(ratio * 10_000), 10_000, FIRST_DAY + day, hour);
    }

    static float cell(String group, List<Play> plays, String column, int user, int item, int day) {
        InteractionLog log = SmallWorld.log(plays);
        return cell(group, plays, log.size(), column, user, item, day);
    }

    /** The cell where the first rows are the history. */
    static float cell(String group, List<Play> plays, int historyRows, String column, int user, int item, int day) {
        Dataset dataset = SmallWorld.dataset(SmallWorld.log(plays), DailyStats.empty(SmallWorld.ITEMS));
        FeatureReplay replay = FeatureReplay.of(
                dataset,
                dataset.log().slice(0, historyRows),
                StageOneCells.SCORE_AND_RANK,
                new FeaturesConfig(Groups.of(List.of(group), PRIOR_PLAYS, 2), List.of()),
                SmallWorld.rules(CAP));
        replay.advanceTo(FIRST_DAY + day);
        FeatureRows rows = replay.state()
                .fill(FeatureRequests.at(
                        FIRST_DAY + day, 0, new int[] {user}, new int[] {item}, SmallWorld.stageOne(1)));
        return rows.value(0, rows.column(column));
    }
}
