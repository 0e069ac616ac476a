package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import java.util.List;

/**
 * The lists of one system or of one candidate source.
 *
 * @param name as the tables print it
 * @param lists at most one a user
 */
public record NamedLists(String name, List<RankedList> lists) {
    public NamedLists {
        lists = List.copyOf(lists);
    }
}
