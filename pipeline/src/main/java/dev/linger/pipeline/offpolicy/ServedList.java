package dev.linger.pipeline.offpolicy;

import dev.linger.data.Id;
import dev.linger.serving.impressions.ShownList;
import java.util.List;

/**
 * A list that was served and what came of it.
 *
 * @param user number of the user, from 0
 * @param shown as many drawn places as are evaluated
 * @param rewards what was watched of each
 */
record ServedList(int user, ShownList shown, double[] rewards) {
    List<Id> videos() {
        return shown.videos();
    }
}
