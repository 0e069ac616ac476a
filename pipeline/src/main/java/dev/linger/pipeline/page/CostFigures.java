package dev.linger.pipeline.page;

import dev.linger.pipeline.page.chart.BarChart;
import dev.linger.pipeline.page.chart.BarChart.Bar;
import dev.linger.pipeline.page.chart.Figure;
import dev.linger.pipeline.run.StageRecord;
import java.util.List;
import java.util.Optional;

/** Seconds and memory of the stages. */
final class CostFigures {
    private static final double MIB_OF_GIB = 1024;

    private CostFigures() {}

    static List<Figure> of(List<StageRecord> stages) {
        return List.of(
                new BarChart(
                                "seconds",
                                "Seconds of each stage",
                                "What was taken from the cache is not counted: another run on other data would take longer.",
                                "seconds",
                                1)
                        .of(
                                stages.stream()
                                        .map(stage -> Bar.of(stage.name(), stage.seconds()))
                                        .toList(),
                                Optional.empty()),
                new BarChart(
                                "memory",
                                "Memory of the process up to the end of each stage",
                                "Resident memory, native memory of LightGBM included, where the system tells; else the heap.",
                                "GiB",
                                2)
                        .of(
                                stages.stream()
                                        .map(stage -> Bar.of(
                                                stage.name(),
                                                stage.peakResidentMiB().orElse(stage.peakHeapMiB()) / MIB_OF_GIB))
                                        .toList(),
                                Optional.empty()));
    }
}
