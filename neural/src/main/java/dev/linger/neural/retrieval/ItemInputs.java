package dev.linger.neural.retrieval;

import dev.linger.data.ItemTable;
import dev.linger.neural.net.Inputs;
import dev.linger.neural.net.Network;

/**
 * What the tower of videos sees of one at an instant: a learned vector of its own, its categories (the author among them),
 * the mean of those of its tags, its length, its age, and how it was watched before.
 *
 * <pre>
 * length  log(.1 + seconds / 10), or a mark where it is missing
 * age     log(1 + days since the upload) / 2, or a mark where that is missing
 * </pre>
 */
final class ItemInputs {
    private static final int TAG_WIDTH = 16;
    private static final int OTHER_NUMBERS = 4;

    private final ItemTable items;
    private final int idTable;
    private final CategoryInputs categories;
    private final int tagTable;
    private final int tagAt;
    private final int numberAt;
    private final int width;

    /** @param idWidth length of a video's own vector, which comes first */
    ItemInputs(ItemTable items, int idWidth, Network network) {
        this.items = items;
        this.idTable = network.addTable(items.size(), idWidth);
        this.categories = CategoryInputs.sideBySide(items.columns(), network, idWidth);
        this.tagTable = network.addTable(items.tagCount(), TAG_WIDTH);
        this.tagAt = categories.end();
        this.numberAt = tagAt + TAG_WIDTH;
        this.width = Inputs.paddedWidth(numberAt + OTHER_NUMBERS + ItemStatistics.COUNT);
    }

    int width() {
        return width;
    }

    /** The table of the videos' own vectors. */
    int idTable() {
        return idTable;
    }

    /**
     * Tells what the input of a video is made of.
     *
     * @param day the local day, in days since 1970-01-01
     * @param statistics how videos were watched, {@link ItemStatistics#COUNT} numbers each
     * @param at which of them
     */
    void describe(int item, int day, float[] statistics, int at, Inputs.Sink sink) {
        sink.row(idTable, item, 1, 0);
        categories.describe(item, sink);
        int[] tags = items.tags()[item];
        for (int tag : tags) {
            sink.row(tagTable, tag, 1f / tags.length, tagAt);
        }
        float duration = items.durationMillis()[item];
        if (Float.isNaN(duration)) {
            sink.number(1, numberAt + 1);
        } else {
            sink.number((float) StrictMath.log(0.1 + duration / 10_000), numberAt);
        }
        int upload = items.uploadDay()[item];
        if (upload == ItemTable.UNKNOWN_DAY) {
            sink.number(1, numberAt + 3);
        } else {
            sink.number((float) StrictMath.log1p(Math.max(0, day - upload)) / 2, numberAt + 2);
        }
        for (int number = 0; number < ItemStatistics.COUNT; number++) {
            sink.number(statistics[at * ItemStatistics.COUNT + number], numberAt + OTHER_NUMBERS + number);
        }
    }
}
