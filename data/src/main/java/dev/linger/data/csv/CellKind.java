package dev.linger.data.csv;

/** What number a cell is; {@link CellText} says how each is written. */
public enum CellKind {
    /** {@link CellText#whole}. */
    WHOLE,
    /** {@link CellText#wholeOrZeroFraction}. */
    WHOLE_OR_ZERO_FRACTION,
    /** {@link CellText#secondsToMillis}. */
    SECONDS,
    /** {@link CellText#number}, as {@link #decimal} reads it. */
    DECIMAL;

    /** The number of the cell, {@link CellText#EMPTY} or {@link CellText#BAD}. */
    public long value(char[] text, int offset, int length) {
        return switch (this) {
            case WHOLE -> CellText.whole(text, offset, length);
            case WHOLE_OR_ZERO_FRACTION -> CellText.wholeOrZeroFraction(text, offset, length);
            case SECONDS -> CellText.secondsToMillis(text, offset, length);
            case DECIMAL -> length == 0 ? CellText.EMPTY : valueOf(CellText.number(text, offset, length));
        };
    }

    /** The complement of a double's bits: that of EMPTY and of BAD is NaN, so that no number is taken for them. */
    static long valueOf(double number) {
        return Double.isNaN(number) ? CellText.BAD : ~Double.doubleToRawLongBits(number);
    }

    /** The number of a cell of kind {@link #DECIMAL} that is neither empty nor bad. */
    public static double decimal(long value) {
        return Double.longBitsToDouble(~value);
    }
}
