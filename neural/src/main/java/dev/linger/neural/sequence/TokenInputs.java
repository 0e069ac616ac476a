package dev.linger.neural.sequence;

import dev.linger.candidates.FoldIn;
import dev.linger.data.SideTables;
import dev.linger.neural.Histories;
import dev.linger.neural.net.Inputs;
import dev.linger.neural.net.Network;
import dev.linger.neural.retrieval.CategoryInputs;

/**
 * What the tokens of a user are made of, each a sum of learned vectors of one width:
 *
 * <pre>
 * first token   a vector of its own + those of the categories of the profile
 * of a play     vector of the video + of its place among the tokens + of how much was watched + of the time since the play before
 * </pre>
 *
 * <p>How much was watched is one of {@value #RATIOS} steps of a quarter, the time one of {@value #GAPS} steps, each twice as
 * long as the one before, from {@value #FIRST_GAP_SECONDS} seconds on.
 */
final class TokenInputs {
    private static final int RATIOS = 9;
    private static final int GAPS = 16;
    private static final int FIRST_GAP_SECONDS = 60;

    private final int width;
    private final int idTable;
    private final int places;
    private final int ratios;
    private final int gaps;
    private final CategoryInputs profile;

    /** @param idTable the table of the videos' own vectors */
    TokenInputs(SideTables tables, int idTable, SequenceConfig config, int mostTokens, Network network) {
        this.width = config.idWidth();
        this.idTable = idTable;
        this.places = network.addTable(mostTokens, width);
        this.ratios = network.addTable(RATIOS, width);
        this.gaps = network.addTable(GAPS, width);
        this.profile = CategoryInputs.addedUp(tables.userTable().columns(), network, width);
    }

    int width() {
        return width;
    }

    /** The first token of a user in the tables, or of one who is not. */
    void describeUser(int user, Inputs.Sink sink) {
        sink.row(places, 0, 1, 0);
        if (user != FoldIn.NOT_IN_TABLES) {
            profile.describe(user, sink);
        }
    }

    /**
     * The token of a play.
     *
     * @param place its place among the tokens, from 1
     * @param isFirst whether the play is the first of its user
     */
    void describePlay(Histories plays, int play, int place, boolean isFirst, Inputs.Sink sink) {
        sink.row(idTable, plays.item()[play], 1, 0);
        sink.row(places, place, 1, 0);
        sink.row(ratios, (int) Math.min(RATIOS - 1, 4 * plays.ratio()[play]), 1, 0);
        sink.row(gaps, isFirst ? GAPS - 1 : gap(plays.millis()[play] - plays.millis()[play - 1]), 1, 0);
    }

    private static int gap(long millis) {
        long steps = millis / (1000L * FIRST_GAP_SECONDS);
        return Math.min(GAPS - 2, Long.SIZE - Long.numberOfLeadingZeros(steps));
    }
}
