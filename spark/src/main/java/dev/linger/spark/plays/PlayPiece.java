package dev.linger.spark.plays;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Some of the plays of a block on their way to the others.
 *
 * @param order of the piece among all
 */
public record PlayPiece(int order, PlayBlock plays) implements Serializable {
    private static final long serialVersionUID = 1;

    /** The block of all pieces, which arrive in any order; at least one. */
    public static PlayBlock joined(List<PlayPiece> pieces) {
        List<PlayBlock> parts = pieces.stream()
                .sorted(Comparator.comparingInt(PlayPiece::order))
                .map(PlayPiece::plays)
                .toList();
        return new PlayBlock(
                parts.get(0).first(),
                parts.get(0).users(),
                joined(parts, PlayBlock::user),
                joined(parts, PlayBlock::item),
                joined(parts, PlayBlock::playMillis),
                joined(parts, PlayBlock::durationMillis),
                parts.stream()
                        .flatMapToLong(part -> Arrays.stream(part.timestampMillis()))
                        .toArray());
    }

    private static int[] joined(List<PlayBlock> parts, Function<PlayBlock, int[]> column) {
        return parts.stream().map(column).flatMapToInt(Arrays::stream).toArray();
    }
}
