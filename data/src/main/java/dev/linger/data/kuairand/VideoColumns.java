package dev.linger.data.kuairand;

import dev.linger.data.AttributeColumn;
import dev.linger.data.IdIndex;
import dev.linger.data.ItemTable;
import dev.linger.data.kuairec.tables.AttributeCells;
import dev.linger.data.kuairec.tables.KeyedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of {@code video_features_basic}: what is fixed at upload. {@code visible_status} is as of the day the data set
 * was made, after all plays, and is not read.
 */
final class VideoColumns {
    static final String KEY = "video_id";

    private static final String TAGS = "tag";
    private static final String UPLOAD_DAY = "upload_dt";
    private static final String DURATION = "video_duration";
    private static final String AUTHOR = "author_id";
    private static final List<String> MEASURES = List.of("server_width", "server_height");
    private static final List<String> CATEGORIES =
            List.of(AUTHOR, "video_type", "upload_type", "music_id", "music_type");

    static final List<String> NAMES = Stream.of(List.of(KEY, TAGS, UPLOAD_DAY, DURATION), MEASURES, CATEGORIES)
            .flatMap(List::stream)
            .toList();

    private VideoColumns() {}

    static ItemTable table(KeyedTable rows, IdIndex items) {
        AttributeCells cells = rows.uniqueCells(items, KuaiRandRules.UNKNOWN_VIDEO);
        List<AttributeColumn> columns = new ArrayList<>();
        MEASURES.forEach(name -> columns.add(cells.measure(name)));
        CATEGORIES.forEach(name -> columns.add(cells.category(name)));
        long[][] tagIds = cells.bareLists(TAGS);
        IdIndex tags = IdIndex.of("tag", Arrays.stream(tagIds).flatMapToLong(Arrays::stream));
        return new ItemTable(
                cells.days(UPLOAD_DAY),
                cells.measures(DURATION),
                Arrays.stream(tagIds).map(tags::indicesOf).toArray(int[][]::new),
                tags,
                columns,
                new ItemTable.Roles(Optional.of(AUTHOR), List.of()));
    }
}
