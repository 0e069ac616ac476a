package dev.linger.pipeline.protocol;

import dev.linger.data.InteractionLog;
import dev.linger.pipeline.evaluation.Judgments;
import java.util.List;

/**
 * Some days of the fit window: lists are asked for when they begin, and learned from by what was played in them.
 *
 * @param before the rows before the stretch
 * @param plays its rows
 * @param judgments what is relevant in them, one a relevance rule, fitted on the rows before
 */
public record FitStretch(TrainingWindow before, InteractionLog plays, List<Judgments> judgments) {
    public FitStretch {
        judgments = List.copyOf(judgments);
    }

    /** The same judged otherwise. */
    FitStretch with(List<Judgments> others) {
        return new FitStretch(before, plays, others);
    }
}
