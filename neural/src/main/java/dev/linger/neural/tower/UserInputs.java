package dev.linger.neural.tower;

import dev.linger.candidates.FoldIn;
import dev.linger.data.SideTables;
import dev.linger.neural.Histories;
import dev.linger.neural.net.Inputs;
import dev.linger.neural.net.Network;
import dev.linger.neural.retrieval.CategoryInputs;

/**
 * What the tower of users sees of one at an instant: the mean of the vectors of the videos they liked among their last plays,
 * the mean of those of the others among them, and the categories of their profile.
 *
 * <p>The vectors of liked videos are those by which the tower of videos knows them too; those of the others are apart. No user
 * has a vector of their own: it would be learned by heart, and a user who was not there when the network was trained, or has
 * played since, would not have it.
 */
final class UserInputs {
    private final int historyLength;
    private final double likedThreshold;
    private final int likedTable;
    private final int otherTable;
    private final int otherAt;
    private final CategoryInputs categories;
    private final int width;

    /** @param likedTable the table of the videos' own vectors */
    UserInputs(SideTables tables, int likedTable, TwoTowerConfig config, Network network) {
        this.historyLength = config.historyLength();
        this.likedThreshold = config.likedThreshold();
        this.likedTable = likedTable;
        this.otherTable = network.addTable(tables.itemCount(), config.idWidth());
        this.otherAt = config.idWidth();
        this.categories = CategoryInputs.sideBySide(tables.userTable().columns(), network, 2 * config.idWidth());
        this.width = Inputs.paddedWidth(categories.end());
    }

    int width() {
        return width;
    }

    /** Tells what the input of a user is made of, by the plays {@code first..to-1} of a history, of which the last ones count. */
    void describe(int user, Histories plays, int first, int to, Inputs.Sink sink) {
        int from = Math.max(first, to - historyLength);
        int liked = 0;
        for (int at = from; at < to; at++) {
            liked += plays.ratio()[at] > likedThreshold ? 1 : 0;
        }
        float ofLiked = 1f / liked;
        float ofOther = 1f / (to - from - liked);
        for (int at = from; at < to; at++) {
            if (plays.ratio()[at] > likedThreshold) {
                sink.row(likedTable, plays.item()[at], ofLiked, 0);
            } else {
                sink.row(otherTable, plays.item()[at], ofOther, otherAt);
            }
        }
        if (user != FoldIn.NOT_IN_TABLES) {
            categories.describe(user, sink);
        }
    }
}
