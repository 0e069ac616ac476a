package dev.linger.spark.read;

import dev.linger.data.RowOrder;
import dev.linger.spark.plays.Blocks;
import dev.linger.spark.plays.PlayBlock;
import dev.linger.spark.plays.PlayPiece;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import scala.Tuple2;

/**
 * All plays of a block of users, cleaned.
 *
 * @param plays in order of (time, user, item), then of lines
 * @param copyParts for each copy of a play of an earlier part the part that it is in
 * @param copies these copies
 */
record CleanBlock(PlayBlock plays, int[] copyParts, PlayBlock copies) implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * The block of all its pieces, which arrive in any order.
     *
     * @param dropsCopies whether only the first of equal plays stays
     */
    static CleanBlock of(Blocks users, int block, List<PlayPiece> arrived, boolean dropsCopies) {
        PlayBlock none = users.empty(block);
        if (arrived.isEmpty()) {
            return new CleanBlock(none, new int[0], none);
        }
        List<PlayPiece> pieces = arrived.stream()
                .sorted(Comparator.comparingInt(PlayPiece::order))
                .toList();
        PlayBlock all = PlayPiece.joined(pieces);
        int[] partOf = pieces.stream()
                .flatMapToInt(piece ->
                        IntStream.generate(piece::order).limit(piece.plays().size()))
                .toArray();
        boolean[] isDropped = new boolean[all.size()];
        int[] copies = copies(all, partOf, isDropped, dropsCopies);
        int[] order = new RowOrder(all.size())
                .by(all.item(), 0)
                .by(all.user(), 0)
                .by(all.timestampMillis(), 0)
                .rows();
        return new CleanBlock(
                all.rows(IntStream.of(order).filter(row -> !isDropped[row]).toArray()),
                IntStream.of(copies).map(row -> partOf[row]).toArray(),
                all.rows(copies));
    }

    /** The copies of plays of earlier parts; equal plays are next to one another, in order of lines, once all are sorted. */
    private static int[] copies(PlayBlock all, int[] partOf, boolean[] isDropped, boolean dropsCopies) {
        int[] rows = new RowOrder(all.size())
                .by(all.durationMillis(), 0)
                .by(all.playMillis(), 0)
                .by(all.item(), 0)
                .by(all.user(), 0)
                .by(all.timestampMillis(), 0)
                .rows();
        IntStream.Builder copies = IntStream.builder();
        int first = 0;
        for (int at = 1; at < rows.length; at++) {
            if (!all.areEqual(rows[first], rows[at])) {
                first = at;
            } else {
                isDropped[rows[at]] = dropsCopies;
                if (partOf[rows[first]] != partOf[rows[at]]) {
                    copies.add(rows[at]);
                }
            }
        }
        return copies.build().toArray();
    }

    /** The copies on their way to the parts that they are in. */
    Iterator<Tuple2<Integer, PlayBlock>> copiesByPart() {
        TreeMap<Integer, IntStream.Builder> rows = new TreeMap<>();
        for (int row = 0; row < copyParts.length; row++) {
            rows.computeIfAbsent(copyParts[row], part -> IntStream.builder()).add(row);
        }
        List<Tuple2<Integer, PlayBlock>> byPart = new ArrayList<>();
        rows.forEach((part, of) ->
                byPart.add(new Tuple2<>(part, copies.rows(of.build().toArray()))));
        return byPart.iterator();
    }
}
