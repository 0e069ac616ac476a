package dev.linger.pipeline.malformed;

import dev.linger.data.AttributeColumn;
import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.WatchMatrix;
import java.util.Arrays;
import java.util.List;

/** Everything that a data set says, as one text: equal data sets have equal texts. */
final class Facts {
    private final StringBuilder text = new StringBuilder();

    private Facts() {}

    static String of(Dataset data) {
        Facts facts = new Facts();
        facts.add(data);
        return facts.text.toString();
    }

    private void add(Dataset data) {
        text.append(data.zone()).append('\n');
        for (int user = 0; user < data.userCount(); user++) {
            text.append(data.users().id(user)).append(' ');
        }
        for (int item = 0; item < data.itemCount(); item++) {
            text.append(data.items().id(item)).append(' ');
        }
        add(data.log());
        add(data.userTable().columns());
        add(data.itemTable().columns());
        text.append(Arrays.toString(data.itemTable().uploadDay()))
                .append(Arrays.toString(data.itemTable().durationMillis()))
                .append(Arrays.deepToString(data.itemTable().tags()))
                .append(data.itemTable().tagCount())
                .append(data.itemTable().roles());
        add(data.dailyStats(), data.itemCount());
        WatchMatrix matrix = data.smallMatrix();
        if (matrix != null) {
            text.append(Arrays.toString(matrix.user()))
                    .append(Arrays.toString(matrix.item()))
                    .append(Arrays.toString(matrix.durationMillis()))
                    .append(Arrays.toString(matrix.watchRatio()));
        }
    }

    private void add(InteractionLog log) {
        for (int row = 0; row < log.size(); row++) {
            text.append(log.user(row))
                    .append(',')
                    .append(log.item(row))
                    .append(',')
                    .append(log.playMillis(row));
            text.append(',').append(log.durationMillis(row)).append(',').append(log.timestampMillis(row));
            text.append(',').append(log.day(row)).append('\n');
        }
    }

    private void add(List<AttributeColumn> columns) {
        for (AttributeColumn column : columns) {
            text.append(column.name()).append(' ');
            if (column instanceof AttributeColumn.Category category) {
                text.append(Arrays.toString(category.codes())).append(category.levels());
            } else if (column instanceof AttributeColumn.Numeric numeric) {
                text.append(Arrays.toString(numeric.values()));
            }
            text.append('\n');
        }
    }

    private void add(DailyStats stats, int itemCount) {
        for (int item = 0; item < itemCount; item++) {
            int row = stats.latestBefore(item, Integer.MAX_VALUE);
            while (row != DailyStats.NONE) {
                text.append(item).append(' ').append(stats.day(row));
                for (DailyStat stat : DailyStat.values()) {
                    text.append(' ').append(stats.value(row, stat));
                }
                text.append('\n');
                row = stats.latestBefore(item, stats.day(row));
            }
        }
    }
}
