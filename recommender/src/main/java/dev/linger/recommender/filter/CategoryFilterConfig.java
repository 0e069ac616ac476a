package dev.linger.recommender.filter;

import dev.linger.candidates.ItemFilter;
import dev.linger.data.AttributeColumn;
import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import java.util.BitSet;
import java.util.List;

/** Leaves out videos with some values of a column, as advertisements or hidden ones; a video without a value is kept. */
public record CategoryFilterConfig(
        @Key("name of a column of categories of videos, such as video_type or author_id of KuaiRec") String column,
        @Key("values whose videos are left out, as the data has them, at least one") List<String> leaveOut)
        implements FilterConfig {
    public CategoryFilterConfig {
        leaveOut = List.copyOf(leaveOut);
        if (column.isBlank() || leaveOut.isEmpty()) {
            throw new IllegalArgumentException(
                    "column and leaveOut must be given but were \"" + column + "\" and " + leaveOut);
        }
    }

    /** {@inheritDoc} A value that no video has leaves none out: a model may have been fitted before there was one. */
    @Override
    public ItemFilter create(SideTables tables, int day) {
        List<AttributeColumn.Category> categories = tables.itemTable().columns().stream()
                .filter(AttributeColumn.Category.class::isInstance)
                .map(AttributeColumn.Category.class::cast)
                .toList();
        AttributeColumn.Category of = categories.stream()
                .filter(category -> category.name().equals(column))
                .findFirst()
                .orElseThrow(() -> noColumn(
                        categories.stream().map(AttributeColumn.Category::name).toList()));
        BitSet isLeftOut = new BitSet(of.levels().size());
        leaveOut.stream().mapToInt(of::codeOf).filter(code -> code >= 0).forEach(isLeftOut::set);
        int[] codes = of.codes();
        return (user, item) -> codes[item] < 0 || !isLeftOut.get(codes[item]);
    }

    private InputException noColumn(List<String> names) {
        return new InputException("candidates.filters: the videos have no column of categories named " + column
                + "; they have " + (names.isEmpty() ? "none" : String.join(", ", names))
                + NearestName.hint(column, names));
    }
}
