package dev.linger.pipeline.malformed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A file cut into rows without haste, character by character as RFC 4180 has it.
 *
 * @param rows all of them, the header first
 * @param blankLines lines without a character
 * @param extraLines line ends within quoted cells
 */
record SlowRows(List<Row> rows, long blankLines, long extraLines) {
    /**
     * A row.
     *
     * @param line on which it begins
     * @param cells from left to right
     */
    record Row(long line, List<RawCell> cells) {
        boolean isClean() {
            return cells.stream().allMatch(RawCell::clean);
        }
    }

    /**
     * A cell.
     *
     * @param bytes one a character, without the quotes around them
     * @param quoted whether it begins with a quote
     * @param clean whether every quote in it stands where one may
     */
    record RawCell(String bytes, boolean quoted, boolean clean) {}

    /**
     * The rows of a file, of which LF, CRLF and a lone CR end the lines.
     *
     * @param cellMaySpanLines whether a quoted cell may go on in the next line; a row that is not sound then is its first
     *     line alone
     * @param columns those that are read, whose cells may not
     */
    static SlowRows of(byte[] file, boolean cellMaySpanLines, Set<String> columns) {
        return new Cutting(new String(file, StandardCharsets.ISO_8859_1), cellMaySpanLines, columns).all();
    }

    /** The text of a cell; null where its bytes are not UTF-8. */
    static String decoded(String cell) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(cell.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    private static final int LONGEST = 1 << 16;

    private static final class Cutting {
        private final String text;
        private final Set<String> columns;
        private boolean cellMaySpanLines;
        private final List<Row> rows = new ArrayList<>();
        private int at;
        private long line = 1;
        private long blank;
        private long extra;
        private boolean clean;

        Cutting(String text, boolean cellMaySpanLines, Set<String> columns) {
            this.text = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
            this.cellMaySpanLines = cellMaySpanLines;
            this.columns = columns;
        }

        SlowRows all() {
            while (at < text.length()) {
                if (lineEnd() > 0) {
                    blank++;
                } else {
                    row();
                }
                at += lineEnd();
                line++;
            }
            return new SlowRows(List.copyOf(rows), blank, extra);
        }

        /** The length of the line end that stands here; 0 where there is none. */
        private int lineEnd() {
            if (at >= text.length()) {
                return 0;
            }
            if (text.charAt(at) == '\n') {
                return 1;
            }
            if (text.charAt(at) != '\r') {
                return 0;
            }
            boolean followed = at + 1 < text.length() && text.charAt(at + 1) == '\n';
            return followed ? 2 : 1;
        }

        private void row() {
            int begin = at;
            long beginLine = line;
            long extraBefore = extra;
            Row row = cells(beginLine);
            boolean sound = at - begin <= LONGEST
                    && isSound(row)
                    && !holdsRow(begin, row.cells().size());
            if (!sound && extra > extraBefore) {
                cellMaySpanLines = false;
                at = begin;
                line = beginLine;
                extra = extraBefore;
                row = cells(beginLine);
                cellMaySpanLines = true;
            }
            rows.add(row);
        }

        /** Whether a line between the first and the last is a row of its own. */
        private boolean holdsRow(int begin, int fields) {
            List<String> lines = List.of(text.substring(begin, at).split("\r\n|\n|\r", -1));
            return lines.size() > 2
                    && lines.subList(1, lines.size() - 1).stream()
                            .anyMatch(inner -> !inner.contains("\"") && inner.split(",", -1).length == fields);
        }

        /** Quotes in a cell that does not begin with one are text. */
        private boolean isSound(Row row) {
            if (rows.isEmpty()) {
                return row.isClean();
            }
            List<RawCell> header = rows.get(0).cells();
            boolean sound = row.cells().size() == header.size();
            for (int field = 0; sound && field < header.size(); field++) {
                RawCell cell = row.cells().get(field);
                boolean isRead = columns.contains(header.get(field).bytes());
                sound = decoded(cell.bytes()) != null
                        && (cell.clean() || !cell.quoted())
                        && !(isRead && cell.bytes().chars().anyMatch(c -> c < ' '));
            }
            return sound;
        }

        private Row cells(long beginLine) {
            List<RawCell> cells = new ArrayList<>();
            cells.add(cell());
            while (at < text.length() && text.charAt(at) == ',') {
                at++;
                cells.add(cell());
            }
            return new Row(beginLine, cells);
        }

        private RawCell cell() {
            StringBuilder cell = new StringBuilder();
            clean = true;
            boolean isQuoted = at < text.length() && text.charAt(at) == '"';
            if (isQuoted) {
                at++;
                quoted(cell);
            }
            while (at < text.length() && text.charAt(at) != ',' && lineEnd() == 0) {
                clean &= text.charAt(at) != '"';
                cell.append(text.charAt(at++));
            }
            return new RawCell(cell.toString(), isQuoted, clean);
        }

        private void quoted(StringBuilder cell) {
            while (at < text.length()) {
                int end = lineEnd();
                if (end > 0 && !cellMaySpanLines) {
                    break;
                }
                if (end > 0) {
                    line++;
                    extra++;
                    cell.append(text, at, at + end);
                    at += end;
                    continue;
                }
                char c = text.charAt(at++);
                if (c != '"') {
                    cell.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    clean &= at == text.length() || text.charAt(at) == ',' || lineEnd() > 0;
                    return;
                }
            }
            clean = false; // the quote is still open
        }
    }
}
