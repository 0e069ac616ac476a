/**
 * What is to be generated, as numbers: sizes, parameters of the planted model, the calendar, counts that must come out
 * exactly.
 *
 * <p>In: a scale. Out: a {@link dev.linger.simulation.shape.Design}. Nothing is drawn here. The figures of
 * {@link dev.linger.simulation.shape.KuaiRecDesign} are those published of KuaiRec (Gao et al., CIKM 2022).
 */
@NullMarked
package dev.linger.simulation.shape;

import org.jspecify.annotations.NullMarked;
