package dev.linger.examples;

import dev.linger.candidates.ItemFilter;
import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import dev.linger.recommender.filter.FilterConfig;
import java.util.List;

/** A filter: videos that are recommended to nobody, by their ids. */
public record HiddenItemsConfig(
        @Key(value = "ids of the videos, each known in the data", byDefault = "[]") List<Integer> ids)
        implements FilterConfig {
    public HiddenItemsConfig {
        ids = List.copyOf(ids);
    }

    @Override
    public ItemFilter create(SideTables tables, int day) {
        boolean[] hidden = new boolean[tables.itemCount()];
        for (int id : ids) {
            int item = tables.items().indexOf(id);
            if (item == IdIndex.UNKNOWN) {
                throw new InputException("hidden-items: there is no video " + id + " in the data");
            }
            hidden[item] = true;
        }
        return (user, item) -> !hidden[item];
    }
}
