package dev.linger.recommender.order;

import dev.linger.candidates.Similarity;
import dev.linger.candidates.TopItems;
import dev.linger.data.ItemTable;
import dev.linger.data.RankedList;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Videos are alike that have creator and tags in common:
 *
 * <pre>
 * between(i, j) = |A_i and A_j| / sqrt(|A_i| |A_j|),   A = {creator, tags}
 * </pre>
 *
 * the cosine of what is set and what is not; 0 where nothing is known of one of them.
 */
final class AttributeSimilarity implements Similarity {
    /** Of each item the codes of its attributes, ascending: tags, then the creator beyond all tags. */
    private final int[][] attributes;

    AttributeSimilarity(ItemTable items) {
        int[] creators = items.creatorCodes();
        this.attributes = new int[items.size()][];
        for (int item = 0; item < attributes.length; item++) {
            int creator = creators[item];
            IntStream tags = Arrays.stream(items.tags()[item]).distinct().sorted();
            attributes[item] =
                    (creator < 0 ? tags : IntStream.concat(tags, IntStream.of(items.tagCount() + creator))).toArray();
        }
    }

    @Override
    public double between(int one, int other) {
        int[] a = attributes[one];
        int[] b = attributes[other];
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            common += a[i] == b[j] ? 1 : 0;
            int step = Integer.compare(a[i], b[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }
        return common == 0 ? 0 : common / Math.sqrt((double) a.length * b.length);
    }

    @Override
    public RankedList to(int item, int count) {
        TopItems top = new TopItems(count);
        for (int other = 0; other < attributes.length; other++) {
            double alike = between(item, other);
            if (other != item && alike > 0) {
                top.offer(other, alike);
            }
        }
        return top.drain(item);
    }
}
