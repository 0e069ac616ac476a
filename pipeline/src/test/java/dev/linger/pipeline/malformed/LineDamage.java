package dev.linger.pipeline.malformed;

import dev.linger.data.Seed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Files whose lines, or whose headers, are not what they should be. */
final class LineDamage {
    /** The text of a file with a fault that begins in a row. */
    @FunctionalInterface
    private interface Change {
        String of(SoundTable table, int row, SplittableRandom random);
    }

    private static final Map<String, Change> CHANGES = changes();

    private LineDamage() {}

    private static Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        addFields(changes);
        addQuotes(changes);
        addLineEnds(changes);
        addHeaders(changes);
        addLengths(changes);
        return changes;
    }

    private static void addFields(Map<String, Change> changes) {
        changes.put("a field too few", (table, row, random) -> {
            List<String> cells = new ArrayList<>(table.lines().get(row));
            cells.remove(random.nextInt(cells.size()));
            return text(table.with(row, cells));
        });
        changes.put("a field too many", (table, row, random) -> {
            List<String> cells = new ArrayList<>(table.lines().get(row));
            cells.add(random.nextInt(cells.size() + 1), random.nextBoolean() ? "" : "7");
            return text(table.with(row, cells));
        });
        changes.put("a row cut short", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            lines.set(
                    row,
                    lines.get(row)
                            .substring(0, 1 + random.nextInt(lines.get(row).length() - 1)));
            return text(lines);
        });
        changes.put("a row twice", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            lines.add(1 + random.nextInt(table.rows()), lines.get(row));
            return text(lines);
        });
        changes.put("a row missing", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            lines.remove(row);
            return text(lines);
        });
        changes.put("rows in another order", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            Collections.shuffle(lines.subList(1, lines.size()), new Random(random.nextLong()));
            return text(lines);
        });
    }

    private static void addQuotes(Map<String, Change> changes) {
        changes.put("a stray quote at the start of a cell", (table, row, random) -> quoted(table, row, random, 0));
        changes.put("a stray quote in the middle of a cell", (table, row, random) -> quoted(table, row, random, 1));
        changes.put("a stray quote at the end of a cell", (table, row, random) -> quoted(table, row, random, 2));
        changes.put("stray quotes on two lines", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            int other = 1 + random.nextInt(table.rows());
            lines.set(row, atComma(lines.get(row), random, ",\""));
            lines.set(other, atComma(lines.get(other), random, "\","));
            return text(lines);
        });
        changes.put("an open quote in the last cell", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            String line = lines.get(row);
            int comma = line.lastIndexOf(',');
            lines.set(row, line.substring(0, comma + 1) + "\"" + line.substring(comma + 1));
            return text(lines);
        });
        changes.put("a cell that spans lines", (table, row, random) -> {
            int column = random.nextInt(table.header().size());
            return text(table.with(row, table.header().get(column), "\"one\ntwo\r\nthree\""));
        });
        changes.put(
                "every cell quoted",
                (table, row, random) -> text(table.lines().stream()
                        .map(cells -> String.join(
                                ",", cells.stream().map(LineDamage::inQuotes).toList()))
                        .toList()));
    }

    private static String inQuotes(String cell) {
        return cell.startsWith("\"") ? cell : "\"" + cell + "\"";
    }

    private static String quoted(SoundTable table, int row, SplittableRandom random, int place) {
        List<String> cells = new ArrayList<>(table.lines().get(row));
        int column = random.nextInt(cells.size());
        String cell = cells.get(column);
        int at = place == 0 ? 0 : place == 1 ? cell.length() / 2 : cell.length();
        cells.set(column, cell.substring(0, at) + "\"" + cell.substring(at));
        return text(table.with(row, cells));
    }

    private static String atComma(String line, SplittableRandom random, String put) {
        int comma = line.indexOf(',', random.nextInt(Math.max(1, line.lastIndexOf(','))));
        return comma < 0 ? line + put : line.substring(0, comma) + put + line.substring(comma + 1);
    }

    private static void addLineEnds(Map<String, Change> changes) {
        changes.put("blank lines", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            IntStream.rangeClosed(0, random.nextInt(3))
                    .forEach(more -> lines.add(random.nextInt(lines.size() + 1), ""));
            return text(lines);
        });
        changes.put("a line of blanks", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            lines.add(row, random.nextBoolean() ? " " : "\t\t ");
            return text(lines);
        });
        changes.put(
                "a lone carriage return for a line end",
                (table, row, random) -> withEnd(table, (line, end) -> line == row ? "\r" : end));
        changes.put("a lone carriage return in a row", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            lines.set(row, atComma(lines.get(row), random, random.nextBoolean() ? "\r," : ",\r"));
            return text(lines);
        });
        changes.put("CRLF", (table, row, random) -> withEnd(table, (line, end) -> "\r\n"));
        changes.put(
                "CRLF and LF mixed",
                (table, row, random) -> withEnd(table, (line, end) -> random.nextBoolean() ? "\r\n" : "\n"));
        changes.put("CR for every line end", (table, row, random) -> withEnd(table, (line, end) -> "\r"));
        changes.put("no last line end", (table, row, random) -> String.join("\n", table.texts()));
        changes.put("blank lines at the end", (table, row, random) -> text(table) + "\n\r\n\n");
        changes.put("a line separator of Unicode in a row", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            lines.set(row, atComma(lines.get(row), random, ",\u2028"));
            return text(lines);
        });
    }

    /** The line end behind a line. */
    @FunctionalInterface
    private interface LineEnd {
        String of(int line, String usual);
    }

    private static String withEnd(SoundTable table, LineEnd ends) {
        StringBuilder text = new StringBuilder();
        List<String> lines = table.texts();
        for (int line = 0; line < lines.size(); line++) {
            text.append(lines.get(line)).append(ends.of(line, "\n"));
        }
        return text.toString();
    }

    private static void addHeaders(Map<String, Change> changes) {
        changes.put("the header again among the rows", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            lines.add(row, lines.get(0));
            return text(lines);
        });
        changes.put(
                "no header",
                (table, row, random) ->
                        text(table.texts().subList(1, table.texts().size())));
        changes.put("a column called otherwise", (table, row, random) -> {
            List<String> header = new ArrayList<>(table.header());
            int column = random.nextInt(header.size());
            String name = header.get(column);
            String[] others = {name + " ", name.toUpperCase(Locale.ROOT), " " + name, "", name + "\u200b", "x"};
            header.set(column, others[random.nextInt(others.length)]);
            return text(table.with(0, header));
        });
        changes.put("two columns of one name", (table, row, random) -> {
            List<String> header = new ArrayList<>(table.header());
            header.set(random.nextInt(header.size()), header.get(random.nextInt(header.size())));
            return text(table.with(0, header));
        });
        changes.put("a column missing", (table, row, random) -> {
            int gone = random.nextInt(table.header().size());
            return columns(
                    table,
                    IntStream.range(0, table.header().size())
                            .filter(column -> column != gone)
                            .boxed()
                            .toList());
        });
        changes.put("columns in another order", (table, row, random) -> {
            List<Integer> order = new ArrayList<>(
                    IntStream.range(0, table.header().size()).boxed().toList());
            Collections.shuffle(order, new Random(random.nextLong()));
            return columns(table, order);
        });
        changes.put("the header in another order than its rows", (table, row, random) -> {
            List<String> header = new ArrayList<>(table.header());
            Collections.shuffle(header, new Random(random.nextLong()));
            return text(table.with(0, header));
        });
        changes.put("another separator", (table, row, random) -> text(table)
                .replace(',', ";\t|".charAt(random.nextInt(3))));
        changes.put(
                "a line before the header",
                (table, row, random) -> (random.nextBoolean() ? "# exported\n" : "sep=,\n") + text(table));
        changes.put(
                "a byte order mark before the header",
                (table, row, random) -> "\ufeff".repeat(1 + random.nextInt(2)) + text(table));
    }

    private static String columns(SoundTable table, List<Integer> order) {
        return text(table.lines().stream()
                .map(cells -> String.join(",", order.stream().map(cells::get).toList()))
                .toList());
    }

    private static void addLengths(Map<String, Change> changes) {
        changes.put("a very long cell", (table, row, random) -> {
            String cell = (random.nextBoolean() ? "9" : "x").repeat(70_000 + random.nextInt(1_500_000));
            String column = table.header().get(random.nextInt(table.header().size()));
            return text(table.with(row, column, random.nextBoolean() ? "\"" + cell + "\"" : cell));
        });
        changes.put("a very long row", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            lines.set(row, lines.get(row) + ",1".repeat(2_000 + random.nextInt(400_000)));
            return text(lines);
        });
        changes.put("a very long header", (table, row, random) -> {
            List<String> lines = new ArrayList<>(table.texts());
            lines.set(0, lines.get(0) + ",c".repeat(2_000 + random.nextInt(200_000)));
            return text(lines);
        });
    }

    private static String text(SoundTable table) {
        return text(table.texts());
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    static List<DataVariant> variants(int perFile) {
        List<DataVariant> variants = new ArrayList<>();
        CHANGES.forEach((kind, change) -> {
            for (String file : SoundData.FILES) {
                SplittableRandom random = new Seed(72).stream("malformed " + kind + " " + file);
                SoundTable table = SoundData.table(file);
                for (int number = 0; number < perFile; number++) {
                    String text = change.of(table, 1 + random.nextInt(table.rows()), random);
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    String name = file + " " + number;
                    variants.add(
                            number % 3 == 1
                                    ? DataVariant.packed("lines: " + kind, name, file, 0, SlowGzip.packed(bytes))
                                    : DataVariant.plain("lines: " + kind, name, file, 0, bytes));
                }
            }
        });
        return variants;
    }
}
