package dev.linger.pipeline.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SanityCheckTest {
    @Test
    void bounds_are_within() {
        assertFalse(SanityCheck.atMost("c", "x", 0.5, 0.5).failed());
        assertTrue(SanityCheck.atMost("c", "x", 0.6, 0.5).failed());
        assertFalse(SanityCheck.atLeast("c", "x", 0.5, 0.5).failed());
        assertTrue(SanityCheck.atLeast("c", "x", 0.4, 0.5).failed());
        assertFalse(SanityCheck.within("c", "x", 0.55, 0.45, 0.55).failed());
        assertTrue(SanityCheck.within("c", "x", 0.56, 0.45, 0.55).failed());
        assertTrue(SanityCheck.within("c", "x", 0.44, 0.45, 0.55).failed());
    }

    @Test
    void a_figure_that_does_not_apply_neither_passes_nor_fails() {
        SanityCheck open = SanityCheck.atMost("c", "x", Double.NaN, 0.5);
        assertEquals(SanityCheck.Verdict.NOT_APPLICABLE, open.verdict());
        assertFalse(open.failed());
    }

    @Test
    void the_difference_of_figures_is_taken_one_by_one() {
        Figures honest = new Figures(List.of(new Figures.Figure("MAE", 0.75), new Figures.Figure("XAUC", 0.5)));
        Figures leaky = new Figures(List.of(new Figures.Figure("MAE", 0.5), new Figures.Figure("XAUC", 1)));
        assertEquals(
                List.of(new Figures.Figure("MAE", -0.25), new Figures.Figure("XAUC", 0.5)),
                leaky.less(honest).all());
        Figures others = new Figures(List.of(new Figures.Figure("RMSE", 1), new Figures.Figure("XAUC", 1)));
        assertThrows(IllegalArgumentException.class, () -> others.less(honest));
    }
}
