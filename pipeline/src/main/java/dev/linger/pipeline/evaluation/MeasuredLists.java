package dev.linger.pipeline.evaluation;

import dev.linger.data.Workers;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * All that tables ask of the lists of one system by one protocol: small, so that it is kept where the lists are not.
 *
 * @param name as the tables print it
 * @param metrics of the users counted
 * @param quality of their lists
 * @param listed the users counted who have a list, ascending
 * @param isFallback whether the list of each of these is really the fallback's; empty where that is not known
 */
public record MeasuredLists(String name, ListMetrics metrics, ListQuality quality, int[] listed, boolean[] isFallback) {
    /**
     * Measures a system by the lists of the users counted; whoever else has one has it by another rule.
     *
     * @param depth how many items of each list metrics may look at
     */
    public static MeasuredLists of(NamedLists system, Judgments judgments, ItemUniverse universe, int depth) {
        return MeasuredPart.joined(List.of(MeasuredPart.of(system, judgments, universe, depth)), universe);
    }

    /** Measures several systems, each by one of the workers. */
    public static List<MeasuredLists> of(
            List<NamedLists> systems, Judgments judgments, ItemUniverse universe, int depth, Workers workers) {
        return workers.map(systems.size(), system -> of(systems.get(system), judgments, universe, depth));
    }

    /** The share of lists that are the fallback's; empty where that is not known. */
    public OptionalDouble fallbackShare() {
        return fallbackShare(listed);
    }

    /** The same of the lists of some users, ascending. */
    public OptionalDouble fallbackShare(int[] users) {
        return IntStream.range(0, isFallback.length)
                .filter(at -> Arrays.binarySearch(users, listed[at]) >= 0)
                .mapToDouble(at -> isFallback[at] ? 1 : 0)
                .average();
    }

    public void write(ColumnWriter out) throws IOException {
        out.text(name);
        metrics.columns().write(out);
        quality.write(out);
        out.ints(listed);
        out.ints(isFallback.length, at -> isFallback[at] ? 1 : 0);
    }

    /** What {@link #write} wrote. */
    public static MeasuredLists read(ColumnReader in) throws IOException {
        String name = in.text();
        ListMetrics metrics = ListMetrics.of(ListHits.read(in));
        ListQuality quality = ListQuality.read(in);
        int[] listed = in.ints();
        int[] marks = in.ints();
        boolean[] isFallback = new boolean[marks.length];
        for (int at = 0; at < marks.length; at++) {
            isFallback[at] = marks[at] == 1;
        }
        return new MeasuredLists(name, metrics, quality, listed, isFallback);
    }
}
