package dev.linger.pipeline.malformed;

import dev.linger.data.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Files with one cell that says something else, or nothing that can be read. */
final class CellDamage {
    private static final Map<String, List<String>> TEXTS = texts();

    private CellDamage() {}

    private static Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("a negative number", List.of("-1", "-3", "-0", "-0.0", "-0.5", "-20200705", "-1593878903.438"));
        texts.put("a plus sign", List.of("+5", "+0", "+1.5"));
        texts.put("a point without digits", List.of("1.", ".5", ".", "1.5.", "5.."));
        texts.put(
                "a fraction",
                List.of("5.0", "5.5", "1.000", "0.99999999999999999999", "1593878903.4385", "20200705.0"));
        texts.put("an exponent", List.of("1e3", "1E3", "1e-3", "1e400", "1.5938789e9", "e5", "1e"));
        texts.put(
                "a number too large",
                List.of(
                        "2147483648",
                        "4294967296",
                        "9007199254740993",
                        "9223372036854775807",
                        "9223372036854775808",
                        "18446744073709551616",
                        "99999999999999999999999999",
                        "1" + "0".repeat(50)));
        texts.put(
                "a word for no value",
                List.of("NaN", "nan", "NULL", "null", "None", "\\N", "NA", "N/A", "nil", "undefined", "-", "#N/A"));
        texts.put("a word for a value", List.of("inf", "-inf", "Infinity", "true", "TRUE", "yes", "one", "*", "?"));
        texts.put("leading zeros", List.of("007", "00", "0005.5", "00000000000000000000003", "[007]"));
        texts.put("another base", List.of("0x10", "0b11", "1_000", "0x1p3", "1d", "1f", "1L", "\u00bd"));
        texts.put("spaces", List.of(" 5", "5 ", " 5 ", "\t5", "5\u00a0", " ", "1 000"));
        texts.put("separators of thousands", List.of("\"1,000\"", "1.000.000", "1'000", "\"4,5\""));
        texts.put("digits of other scripts", List.of("\u0661\u0662", "\uff15", "\u06f3", "\u0967", "\u00b2", "\u2461"));
        texts.put(
                "a date that there is not",
                List.of(
                        "20200230",
                        "20201301",
                        "20200700",
                        "00000000",
                        "99999999",
                        "2020-02-30",
                        "2020-7-5",
                        "05.07.2020"));
        texts.put(
                "another date",
                List.of("20200706", "2020-07-06", "2020/07/06", "20200705T00", "18370101", "1593878903"));
        texts.put(
                "a time in other units",
                List.of("1593878903438", "1593878903438000", "852076800", "0", "4102444801", "2020-07-05 00:08:23"));
        texts.put("empty", List.of("", "\"\"", "''", "[]", "[ ]"));
        texts.put(
                "a list that is none",
                List.of(
                        "8",
                        "[8",
                        "8]",
                        "\"[8,]\"",
                        "\"[,8]\"",
                        "\"[8,,9]\"",
                        "[a]",
                        "[-1]",
                        "[1.5]",
                        "\"[8;9]\"",
                        "\"[9, 8, 9]\"",
                        "\"[27,9]\"",
                        "[[8]]",
                        "\"(8, 9)\"",
                        "[9223372036854775808]"));
        texts.put(
                "text of another kind",
                List.of(
                        "abc",
                        "\u00e9\u00e8",
                        "\u202eabc",
                        "a\u0000b",
                        "\u001b[31mred",
                        "\ufffd",
                        "\ud83d\ude00",
                        "=1+1",
                        "<b>"));
        texts.put("another id or flag", List.of("2", "3", "0", "1", "999999"));
        return texts;
    }

    /** The columns in which a text is tried: one; with {@code all}, one of each kind that the file has. */
    private static List<String> columns(String file, boolean all, SplittableRandom random) {
        Map<SoundData.Kind, List<String>> byKind = new LinkedHashMap<>();
        SoundData.columns(file).forEach((column, kind) -> byKind.computeIfAbsent(kind, none -> new ArrayList<>())
                .add(column));
        List<String> columns = new ArrayList<>();
        byKind.values().forEach(some -> columns.add(some.get(random.nextInt(some.size()))));
        while (!all && columns.size() > 1) {
            columns.remove(random.nextInt(columns.size()));
        }
        return columns;
    }

    /** Each text at a random row: of every file, twice and in a column of each kind, or of half the files, in one column. */
    static List<DataVariant> variants(boolean every) {
        int times = every ? 2 : 1;
        List<DataVariant> variants = new ArrayList<>();
        TEXTS.forEach((kind, texts) -> {
            for (String file : SoundData.FILES) {
                SplittableRandom random = new Seed(73).stream("malformed " + kind + " " + file);
                for (String text : texts) {
                    if (!every && random.nextBoolean()) {
                        continue;
                    }
                    for (int time = 0; time < times; time++) {
                        for (String column : columns(file, every, random)) {
                            variants.add(variant(kind, file, column, text, random));
                        }
                    }
                }
            }
        });
        return variants;
    }

    private static DataVariant variant(String kind, String file, String column, String text, SplittableRandom random) {
        SoundTable table = SoundData.table(file);
        int row = 1 + random.nextInt(table.rows());
        SoundTable damaged = table.with(row, column, text);
        String name = file + " line " + table.line(row) + " " + column + " <" + text + ">";
        byte[] bytes = damaged.bytes();
        return random.nextInt(4) == 0
                ? DataVariant.packed("cells: " + kind, name, file, table.line(row), SlowGzip.packed(bytes))
                : DataVariant.plain("cells: " + kind, name, file, table.line(row), bytes);
    }
}
