package dev.linger.pipeline.report;

import dev.linger.pipeline.run.RunFolder;
import java.util.List;

/**
 * Writes the tables of a run, each as {@code tables/<id>.csv} and {@code tables/<id>.json} of its folder.
 *
 * @param folder of the run
 */
public record ReportWriter(RunFolder folder) {
    private static final List<TableFormat> FORMATS = List.of(new CsvFormat(), new JsonFormat());

    /** Writes the table, whose id no other table of the run has. */
    public void write(ResultTable table) {
        for (TableFormat format : FORMATS) {
            folder.write(fileName(table, format), format.format(table));
        }
    }

    /** The table's CSV file, as seen from the folder. */
    public static String csvName(ResultTable table) {
        return fileName(table, FORMATS.get(0));
    }

    private static String fileName(ResultTable table, TableFormat format) {
        return "tables/" + table.id() + "." + format.extension();
    }
}
