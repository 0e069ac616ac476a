package dev.linger.candidates.hybrid;

import dev.linger.candidates.Embeddings;
import java.util.Arrays;
import java.util.List;

/**
 * The vectors of several models one behind the other, those of each divided by the root mean square length of its items, so that a
 * model with long vectors does not drown the others. A user or an item is known where one of the models knows it.
 */
final class JoinedEmbeddings implements Embeddings {
    private final List<Embeddings> parts;
    private final double[] scales;
    private final int width;

    /** @param scales of the vectors of each part */
    JoinedEmbeddings(List<Embeddings> parts, double[] scales) {
        this.parts = List.copyOf(parts);
        this.scales = scales;
        this.width = parts.stream().mapToInt(Embeddings::width).sum();
    }

    /** What the vectors of each part are multiplied by, so that those of its items have the length 1 in the root of the mean square. */
    static double[] scales(List<Embeddings> parts) {
        return parts.stream().mapToDouble(JoinedEmbeddings::scale).toArray();
    }

    private static double scale(Embeddings part) {
        double[] vector = new double[part.width()];
        double squares = 0;
        int known = 0;
        for (int item = 0; item < part.itemCount(); item++) {
            if (part.item(item, vector, 0)) {
                known++;
                squares += Arrays.stream(vector).map(value -> value * value).sum();
            }
        }
        return squares > 0 ? 1 / Math.sqrt(squares / known) : 1;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int userCount() {
        return parts.get(0).userCount();
    }

    @Override
    public int itemCount() {
        return parts.get(0).itemCount();
    }

    @Override
    public boolean user(int user, double[] into, int at) {
        return write((part, to) -> part.user(user, into, to), into, at);
    }

    @Override
    public boolean item(int item, double[] into, int at) {
        return write((part, to) -> part.item(item, into, to), into, at);
    }

    private interface PartWriter {
        boolean write(Embeddings part, int to);
    }

    private boolean write(PartWriter writer, double[] into, int at) {
        boolean isKnown = false;
        int to = at;
        for (int part = 0; part < scales.length; part++) {
            isKnown |= writer.write(parts.get(part), to);
            for (int end = to + parts.get(part).width(); to < end; to++) {
                into[to] *= scales[part];
            }
        }
        return isKnown;
    }
}
