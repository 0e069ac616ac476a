package dev.linger.neural.regression;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.FeatureSource;
import dev.linger.ranker.TrainingTrace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a training brings.
 *
 * @param codes how rows are coded
 * @param target what ratios are made of outputs by
 * @param userCount how many users have a vector
 * @param itemCount how many videos have a vector
 * @param members the networks
 * @param trace of the epochs that chose how long they learn
 */
record Learned(
        RowCodes codes, Target target, int userCount, int itemCount, List<RowNetwork> members, TrainingTrace trace) {
    private static final int ROWS_AT_ONCE = 64;

    Learned {
        members = List.copyOf(members);
    }

    /** What is done with the outputs of a row. */
    interface OfRow {
        /**
         * Takes the outputs of a row.
         *
         * @param at the number of the row among those at hand
         */
        void take(int row, MemberOutputs outputs, int at);
    }

    /** Works out what the networks put out for each row. */
    void forEach(FeatureSource rows, OfRow then) {
        codes.columns().require(rows);
        int size = rows.user().length;
        int most = Math.min(ROWS_AT_ONCE, size);
        MemberOutputs outputs = new MemberOutputs(members, CodedRows.of(rows, codes), most);
        for (int from = 0; from < size; from += ROWS_AT_ONCE) {
            int to = Math.min(size, from + ROWS_AT_ONCE);
            outputs.read(from, to);
            for (int row = from; row < to; row++) {
                then.take(row, outputs, row - from);
            }
        }
    }

    /**
     * The score of a row.
     *
     * @throws IllegalArgumentException where it is not finite, as damaged weights make it
     */
    static double requireFinite(double score, int row) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("the score of row " + row + " is " + score + ": weights are damaged");
        }
        return score;
    }

    void write(ColumnWriter out) throws IOException {
        codes.writeTo(out);
        target.writeTo(out);
        trace.writeTo(out);
        out.number(userCount);
        out.number(itemCount);
        out.number(members.size());
        for (RowNetwork member : members) {
            member.network().write(out);
        }
    }

    /**
     * What {@link #write} wrote.
     *
     * @param heads how many outputs a row has
     * @throws IllegalArgumentException where it does not fit the configuration
     */
    static Learned read(ColumnReader in, NeuralConfig config, int heads) throws IOException {
        RowCodes codes = RowCodes.readFrom(in);
        Target target = Target.readFrom(in);
        TrainingTrace trace = TrainingTrace.readFrom(in);
        int userCount = in.count(config.userWidth() * Float.BYTES);
        int itemCount = in.count(config.itemWidth() * Float.BYTES);
        if (in.number() != config.members()) {
            throw new IllegalArgumentException(
                    "it has another number of members than the configuration, which has " + config.members());
        }
        List<RowNetwork> members = new ArrayList<>();
        for (int member = 0; member < config.members(); member++) {
            RowNetwork network = new RowNetwork(codes, userCount, itemCount, config, heads);
            network.network().readFrom(in);
            members.add(network);
        }
        return new Learned(codes, target, userCount, itemCount, members, trace);
    }
}
