package dev.linger.candidates.interests;

import dev.linger.candidates.SparsePattern;
import dev.linger.candidates.StrictColumns;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The interests of every user, those of one user after another.
 *
 * @param medoids of each user, ascending
 * @param share of each interest in what its user liked lately, above 0, at most 1
 * @param factors of each interest, row-major
 */
record UserInterests(SparsePattern medoids, float[] share, float[] factors) {
    /**
     * What a user likes some videos for.
     *
     * @param medoid the video nearest to all others of the interest
     * @param share of the interest in what the user liked lately, above 0, at most 1
     * @param factors by which it looks for videos
     */
    record Interest(int medoid, double share, double[] factors) {}

    /** @param users the interests of each, by medoid ascending */
    static UserInterests of(List<List<Interest>> users, int factorCount) {
        int[][] medoids = users.stream()
                .map(of -> of.stream().mapToInt(Interest::medoid).toArray())
                .toArray(int[][]::new);
        SparsePattern pattern = SparsePattern.of(medoids);
        float[] share = new float[pattern.size()];
        float[] factors = new float[Math.multiplyExact(share.length, factorCount)];
        int next = 0;
        for (List<Interest> of : users) {
            for (Interest interest : of) {
                share[next] = (float) interest.share();
                for (int factor = 0; factor < factorCount; factor++) {
                    factors[next * factorCount + factor] = (float) interest.factors()[factor];
                }
                next++;
            }
        }
        return new UserInterests(pattern, share, factors);
    }

    /** The factors of an interest. */
    double[] row(int interest) {
        int factorCount = factors.length / share.length;
        double[] row = new double[factorCount];
        Arrays.setAll(row, factor -> factors[interest * factorCount + factor]);
        return row;
    }

    void write(ColumnWriter out) throws IOException {
        medoids.write(out);
        out.floats(share);
        out.floats(factors);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where it is of another size, or a share is not above 0 and at most 1
     */
    static UserInterests read(ColumnReader in, int userCount, int itemCount, int factorCount) throws IOException {
        SparsePattern medoids = SparsePattern.read(in, userCount, itemCount);
        float[] share = StrictColumns.finiteFloats(in, medoids.size());
        for (float one : share) {
            if (!(one > 0 && one <= 1)) {
                throw new IllegalArgumentException("shares must be > 0 and <= 1 but one is " + one);
            }
        }
        return new UserInterests(medoids, share, StrictColumns.finiteFloats(in, (long) share.length * factorCount));
    }
}
