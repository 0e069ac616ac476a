package dev.linger.neural.net;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A training between two of its steps: what follows is the same to the bit whether it goes on or is begun again from here.
 *
 * @param steps taken so far
 * @param numbers weights and tables, each with the means of Adam
 */
public record TrainingState(int steps, List<float[]> numbers) {
    public TrainingState {
        numbers = List.copyOf(numbers);
    }

    public void write(ColumnWriter out) throws IOException {
        out.number(steps);
        out.number(numbers.size());
        for (float[] array : numbers) {
            out.floats(array);
        }
    }

    /** What {@link #write} wrote. */
    public static TrainingState read(ColumnReader in) throws IOException {
        int steps = in.number();
        int count = in.number();
        List<float[]> numbers = new ArrayList<>();
        for (int array = 0; array < count; array++) {
            numbers.add(in.floats());
        }
        return new TrainingState(steps, numbers);
    }

    void copyTo(List<float[]> to) {
        if (to.size() != numbers.size()) {
            throw new IllegalArgumentException(
                    numbers.size() + " arrays are not the " + to.size() + " of this network");
        }
        for (int array = 0; array < to.size(); array++) {
            float[] from = numbers.get(array);
            if (from.length != to.get(array).length) {
                throw new IllegalArgumentException(
                        from.length + " numbers are not the " + to.get(array).length + " of this network");
            }
            System.arraycopy(from, 0, to.get(array), 0, from.length);
        }
    }
}
