package dev.linger.candidates.hybrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrincipalAxesTest {
    /** Around (1, 2): 3 units along (3, 4)/5 and back, 1 along (-4, 3)/5 and back; one that is not known. */
    private static final double[][] CROSS = {
        {1 + 1.8, 2 + 2.4}, {1 - 1.8, 2 - 2.4}, {1 - 0.8, 2 + 0.6}, {1 + 0.8, 2 - 0.6}, {1e9, 1e9}
    };

    private static final double[] NO_TURN = {1, 0, 0, 1};

    private static PrincipalAxes of(double share, int most) {
        return PrincipalAxes.of(
                CROSS.length,
                2,
                (row, into) -> {
                    System.arraycopy(CROSS[row], 0, into, 0, 2);
                    return row < 4;
                },
                share,
                most);
    }

    @Test
    void the_axes_of_a_cross_by_hand() {
        PrincipalAxes axes = of(1, 5);
        assertArrayEquals(new double[] {1, 2}, axes.mean(), 1e-12);
        assertEquals(2, axes.kept());
        // columns (3, 4)/5 and, its largest number being positive, (4, -3)/5
        assertArrayEquals(new double[] {0.6, 0.8, 0.8, -0.6}, axes.axes(), 1e-12);
        assertEquals(1, axes.share(), 1e-12);
    }

    @Test
    void as_few_axes_as_keep_the_share_of_the_variance() {
        // variances 9/2 and 1/2
        assertEquals(1, of(0.9, 5).kept());
        assertEquals(0.9, of(0.9, 5).share(), 1e-12);
        assertEquals(2, of(0.91, 5).kept());
        assertEquals(1, of(0.91, 1).kept());
    }

    @Test
    void coordinates_are_distances_from_the_mean_along_the_axes() {
        Projection projection = of(1, 5).after(NO_TURN);
        float[] into = {9, 9, 9, 9};
        projection.write(CROSS[0], into, 1);
        assertArrayEquals(new float[] {9, 3, 0, 9}, into, 1e-6f);
        projection.write(CROSS[2], into, 1);
        assertArrayEquals(new float[] {9, 0, -1, 9}, into, 1e-6f);
    }

    @Test
    void vectors_that_are_turned_back_have_the_coordinates_that_they_had() {
        double[] quarter = {0, 1, -1, 0}; // x Q: (x, y) -> (-y, x)
        Projection projection = of(1, 5).after(quarter);
        float[] into = new float[2];
        projection.write(new double[] {CROSS[0][1], -CROSS[0][0]}, into, 0);
        assertArrayEquals(new float[] {3, 0}, into, 1e-6f);
    }

    @Test
    void vectors_that_are_all_alike_have_no_axis() {
        PrincipalAxes none = PrincipalAxes.of(
                3,
                2,
                (row, into) -> {
                    into[0] = 4;
                    into[1] = 5;
                    return true;
                },
                0.95,
                2);
        assertEquals(0, none.kept());
        assertEquals(1, none.share());
        assertEquals(0, none.after(NO_TURN).axes());
    }
}
