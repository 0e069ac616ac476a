package dev.linger.recommender.filter;

import dev.linger.candidates.ItemFilter;
import dev.linger.data.IdIndex;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import java.util.List;

/** Leaves out videos with any of some tags. */
public record TagFilterConfig(
        @Key("ids of tags whose videos are left out, at least one; one that no video has leaves none out")
                List<Long> leaveOut)
        implements FilterConfig {
    public TagFilterConfig {
        leaveOut = List.copyOf(leaveOut);
        if (leaveOut.isEmpty()) {
            throw new IllegalArgumentException("leaveOut must name a tag");
        }
    }

    @Override
    public ItemFilter create(SideTables tables, int day) {
        boolean[] isLeftOut = new boolean[tables.itemTable().tagCount()];
        for (long id : leaveOut) {
            int tag = tables.itemTable().tagIds().indexOf(id);
            if (tag != IdIndex.UNKNOWN) {
                isLeftOut[tag] = true;
            }
        }
        int[][] tags = tables.itemTable().tags();
        return (user, item) -> {
            for (int tag : tags[item]) {
                if (isLeftOut[tag]) {
                    return false;
                }
            }
            return true;
        };
    }
}
