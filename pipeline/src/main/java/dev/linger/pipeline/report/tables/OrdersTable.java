package dev.linger.pipeline.report.tables;

import dev.linger.data.ItemTable;
import dev.linger.data.RankedList;
import dev.linger.pipeline.evaluation.ListDiversity;
import dev.linger.pipeline.evaluation.ListQuality;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What each orderer costs and brings: one row for the lists as they were scored, and one for each order. */
public final class OrdersTable {
    private static final int DIGITS = 4;
    private static final int FEW_DIGITS = 3;

    private OrdersTable() {}

    /**
     * The table.
     *
     * @param lists measured by the protocol
     * @param systems whose lists these are, ordered further
     */
    public static ResultTable of(ListTables lists, Systems systems, ItemTable items, Measures measures) {
        Protocol protocol = lists.protocol();
        List<NamedLists> rows = Stream.concat(Stream.of(systems.scored()), systems.orders().stream())
                .toList();
        return new ResultTable(
                protocol.id("orders"),
                "Orders: " + protocol.name() + ", " + protocol.judgments().rule(),
                protocol.caption(),
                columns(measures),
                rows.stream()
                        .map(system -> row(system, lists, systems.scored().name(), items, measures))
                        .toList(),
                List.of(
                        "each row is ordered from that above it; differences: to "
                                + systems.scored().name()
                                + ", paired by user; interval from "
                                + measures.bootstrap().resamples() + " resamples of users",
                        "of the first " + ListQuality.FIRST_PAGE
                                + " of each list: creators: distinct / videos of known creator; tags: effective number, exp(entropy);"
                                + " tags 1%: that of the list which a hundredth is below",
                        "creator Gini: inequality of exposure over the creators of the universe; cold: slots with a video without a"
                                + " play before the cut"));
    }

    private static List<Column> columns(Measures measures) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("system")));
        for (ListMetric metric : measures.toReadFirst()) {
            columns.add(Column.decimal(metric.name(), DIGITS));
            columns.add(Column.decimal(metric.name() + " difference", DIGITS));
            columns.add(Column.interval(metric.name() + " 95% interval", DIGITS));
        }
        columns.addAll(List.of(
                Column.decimal("creators", FEW_DIGITS),
                Column.decimal("tags", 2),
                Column.decimal("tags 1%", 2),
                Column.decimal("coverage", FEW_DIGITS),
                Column.decimal("creator Gini", FEW_DIGITS),
                Column.decimal("cold", FEW_DIGITS)));
        return columns;
    }

    private static List<Cell> row(
            NamedLists system, ListTables lists, String scored, ItemTable items, Measures measures) {
        MeasuredSystems measured = new MeasuredSystems(lists.reranked());
        List<Cell> row = new ArrayList<>(List.of(Cell.of(system.name())));
        for (ListMetric metric : measures.toReadFirst()) {
            row.add(Cell.of(measured.of(system.name()).mean(metric)));
            row.addAll(
                    system.name().equals(scored)
                            ? PairedColumns.none()
                            : PairedColumns.withoutWinRate(measured.of(system.name())
                                    .less(measured.of(scored), metric, measures.bootstrap())));
        }
        row.addAll(mixed(lists, system, items));
        return row;
    }

    private static List<Cell> mixed(ListTables lists, NamedLists system, ItemTable items) {
        Protocol protocol = lists.protocol();
        List<RankedList> counted = system.of(protocol.judgments().users()).lists();
        ListDiversity diversity = ListDiversity.of(counted, items, protocol.items(), ListQuality.FIRST_PAGE);
        ListQuality quality = quality(lists.reranked(), system.name());
        return List.of(
                Cell.of(diversity.creators()),
                Cell.of(diversity.tags()),
                Cell.of(diversity.fewestTags()),
                Cell.of(quality.coverage()),
                Cell.of(diversity.creatorGini()),
                Cell.of(quality.coldShare()));
    }

    private static ListQuality quality(List<MeasuredLists> all, String name) {
        return all.stream()
                .filter(system -> system.name().equals(name))
                .findFirst()
                .orElseThrow()
                .quality();
    }
}
