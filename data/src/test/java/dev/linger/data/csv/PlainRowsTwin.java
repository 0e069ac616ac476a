package dev.linger.data.csv;

import dev.linger.data.csv.BrokenRow.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The slow twin of {@link RowReader}, for small texts without U+FFFD, of two columns of which the first is read: the whole
 * text is a string, its lines a list; a row is its first line, or that and so many more as a quote needs to end.
 */
final class PlainRowsTwin {
    private static final Pattern LINE = Pattern.compile("([^\r\n]*)(\r\n|\r|\n|$)");

    private final List<String> lines = new ArrayList<>();
    private final Cells cells;
    private List<String> fields = new ArrayList<>();

    PlainRowsTwin(byte[] text, Cells cells) {
        this.cells = cells;
        Matcher line = LINE.matcher(new String(text, StandardCharsets.UTF_8));
        while (line.find()) {
            lines.add(line.group());
        }
    }

    /** "3 [cell, cell]" of a row on line 3, "3 FAULT column" of a line that is none. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        int at = 0;
        while (at < lines.size() && withoutEnd(at).isEmpty()) {
            at++;
        }
        at++; // the header
        while (at < lines.size()) {
            if (withoutEnd(at).isEmpty()) {
                at++;
                continue;
            }
            int last = at;
            String outcome = outcome(at, last);
            // A cell of the first column, which is read, spans no lines.
            while (outcome.equals("open") && cells == Cells.PROSE && fields.size() > 1 && last + 1 < lines.size()) {
                outcome = outcome(at, ++last);
            }
            if (outcome.equals("row") && IntStream.range(at + 1, last).anyMatch(this::isRowOfItsOwn)) {
                rows.add(++at + " " + Fault.QUOTE + " ");
            } else if (outcome.equals("row")) {
                rows.add(at + 1 + " " + fields);
                at = last + 1;
            } else {
                rows.add(++at + " " + (outcome.equals("open") ? named(Fault.QUOTE) : outcome));
            }
        }
        return rows;
    }

    private boolean isRowOfItsOwn(int line) {
        return withoutEnd(line).matches("(?s)[^,\"]*,[^,\"]*");
    }

    private String withoutEnd(int line) {
        return lines.get(line).replaceAll("[\r\n]", "");
    }

    /** "row", "open" or the first fault of the text from one line to another; the cells are in {@link #fields}. */
    private String outcome(int first, int last) {
        String text = String.join("", lines.subList(first, last)) + withoutEnd(last);
        fields = new ArrayList<>(List.of(""));
        boolean quoted = false;
        boolean closed = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean empty = fields.get(fields.size() - 1).isEmpty() && !closed;
            boolean doubled = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
            if (quoted && doubled) {
                add('"');
                at++;
            } else if (quoted && c == '"') {
                quoted = false;
                closed = true;
            } else if (!quoted && c == ',') {
                fields.add("");
                closed = false;
            } else if (!quoted && empty && c == '"') {
                quoted = true;
            } else if (!quoted && (closed || (c == '"' && cells == Cells.SHORT))) {
                return named(Fault.QUOTE);
            } else if (c == '\uFFFD') {
                return named(Fault.ENCODING);
            } else if (Character.isISOControl(c) && !isHarmless(c, quoted)) {
                return named(Fault.CONTROL_CHARACTER);
            } else {
                add(c);
            }
        }
        return quoted ? "open" : fields.size() == 2 ? "row" : Fault.FIELD_COUNT + " ";
    }

    private boolean isHarmless(char c, boolean quoted) {
        boolean lineEnd = quoted && (c == '\n' || c == '\r');
        return cells == Cells.PROSE && (lineEnd || fields.size() != 1);
    }

    private void add(char c) {
        int last = fields.size() - 1;
        fields.set(last, fields.get(last) + c);
    }

    /** The fault and its column, of which there are two. */
    private String named(Fault fault) {
        return fault + " " + (fields.size() == 1 ? "a" : fields.size() == 2 ? "b" : "");
    }
}
