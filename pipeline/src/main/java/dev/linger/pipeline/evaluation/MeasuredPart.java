package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@link MeasuredLists} is made of, of a part of the users: parts that are measured where their users are give the whole.
 *
 * @param name as the tables print it
 * @param hits of the users counted
 * @param slots of the first page of their lists
 * @param listed the users counted who have a list, ascending
 * @param isFallback whether the list of each of these is really the fallback's; empty where that is not known
 */
public record MeasuredPart(String name, ListHits hits, SlotCounts slots, int[] listed, boolean[] isFallback)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Measures a system by the lists of the users counted; whoever else has one has it by another rule.
     *
     * @param depth how many items of each list metrics may look at
     */
    public static MeasuredPart of(NamedLists system, Judgments judgments, ItemUniverse universe, int depth) {
        NamedLists counted = system.of(judgments.users());
        List<RankedList> lists = counted.lists();
        int[] order = IntStream.range(0, lists.size())
                .boxed()
                .sorted((one, other) ->
                        Integer.compare(lists.get(one).user(), lists.get(other).user()))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] isFallback = new boolean[counted.isFallback().size()];
        for (int at = 0; at < isFallback.length; at++) {
            isFallback[at] = counted.isFallback().get(order[at]);
        }
        return new MeasuredPart(
                system.name(),
                ListMetrics.of(judgments, lists, depth).columns(),
                SlotCounts.of(lists, universe, judgments, ListQuality.FIRST_PAGE),
                IntStream.of(order).map(at -> lists.get(at).user()).toArray(),
                isFallback);
    }

    /** The same of users whose numbers are higher by so much. */
    public MeasuredPart shifted(int by) {
        return new MeasuredPart(name, hits.shifted(by), slots, ListHits.shifted(listed, by), isFallback);
    }

    /**
     * One system measured in several parts.
     *
     * @param parts at least one, each of later users than the one before
     */
    public static MeasuredLists joined(List<MeasuredPart> parts, ItemUniverse universe) {
        SlotCounts slots =
                parts.stream().map(MeasuredPart::slots).reduce(SlotCounts::plus).orElseThrow();
        boolean[] isFallback = new boolean
                [parts.stream().mapToInt(part -> part.isFallback.length).sum()];
        int at = 0;
        for (MeasuredPart part : parts) {
            System.arraycopy(part.isFallback, 0, isFallback, at, part.isFallback.length);
            at += part.isFallback.length;
        }
        return new MeasuredLists(
                parts.get(0).name,
                ListMetrics.of(
                        ListHits.joined(parts.stream().map(MeasuredPart::hits).toList())),
                slots.quality(universe),
                ListHits.joined(parts, MeasuredPart::listed),
                isFallback);
    }
}
