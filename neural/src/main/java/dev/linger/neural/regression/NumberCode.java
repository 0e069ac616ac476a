package dev.linger.neural.regression;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * A number as its place p among quantiles, one input for each step t from a quantile to the next (Gorishniy et al. 2022,
 * equation 1, moved to be 0 in the middle):
 *
 * <pre>
 * input_t = 2 clamp(p - t, 0, 1) - 1,  t = 0..steps-1
 * </pre>
 *
 * <p>and one that is 1 where the number is missing, in columns where some are; the others are 0 then.
 *
 * @param sometimesMissing whether the column has an input for that
 */
record NumberCode(Quantiles quantiles, boolean sometimesMissing) implements ColumnCode {
    private static final char MISSING = 0xffff;
    private static final float HIGHEST = 0xfffe;

    /** That of a column. */
    static NumberCode of(String name, float[] cells, int parts) {
        float[] present = new float[cells.length];
        int count = 0;
        for (float cell : cells) {
            if (Float.isInfinite(cell)) {
                throw new IllegalArgumentException("column " + name + " must be finite but is " + cell);
            }
            if (!Float.isNaN(cell)) {
                present[count++] = cell;
            }
        }
        float[] numbers = Arrays.copyOf(present, count);
        return new NumberCode(Quantiles.of(numbers, parts), count > 0 && count < cells.length);
    }

    @Override
    public char code(float cell) {
        if (Float.isNaN(cell)) {
            return MISSING;
        }
        int steps = quantiles.steps();
        return steps == 0 ? 0 : (char) Math.round(quantiles.place(cell) / steps * HIGHEST);
    }

    @Override
    public int numbers() {
        return quantiles.steps() + (sometimesMissing ? 1 : 0);
    }

    @Override
    public void write(char code, float[] input, int at) {
        int steps = quantiles.steps();
        if (code == MISSING) {
            if (sometimesMissing) {
                input[at + steps] = 1;
            }
            return;
        }
        float place = code * (steps / HIGHEST);
        for (int step = 0; step < steps; step++) {
            input[at + step] = 2 * Math.max(0, Math.min(1, place - step)) - 1;
        }
    }

    @Override
    public void writeTo(ColumnWriter out) throws IOException {
        out.floats(quantiles.knots());
        out.number(sometimesMissing ? 1 : 0);
    }

    static NumberCode readFrom(ColumnReader in) throws IOException {
        Quantiles quantiles = new Quantiles(in.floats());
        int sometimesMissing = in.number();
        if (sometimesMissing != 0 && sometimesMissing != 1) {
            throw new IllegalArgumentException("sometimesMissing must be 0 or 1 but was " + sometimesMissing);
        }
        return new NumberCode(quantiles, sometimesMissing == 1);
    }
}
