package dev.linger.pipeline.run;

/**
 * How many columns of a terminal a text takes: ideographs, kana, hangul and emoji take two, marks that join the character
 * before them none.
 */
public final class TextColumns {
    private static final String CUT = "..";

    private TextColumns() {}

    /** The columns of a text of one line. */
    public static int of(String text) {
        return text.codePoints().map(TextColumns::of).sum();
    }

    /** The text, or where it takes more columns so much of its beginning as leaves room for two dots. */
    public static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        int left = columns - CUT.length();
        int end = 0;
        while (of(text.codePointAt(end)) <= left) {
            int c = text.codePointAt(end);
            left -= of(c);
            end += Character.charCount(c);
        }
        return text.substring(0, end).stripTrailing() + CUT;
    }

    private static int of(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    /** The blocks that Unicode's annex 11 calls wide, in their whole extent. */
    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1faff)
                || (c >= 0x20000 && c <= 0x3fffd);
    }
}
