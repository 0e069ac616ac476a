package dev.linger.ranker.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.features.FeatureColumn;
import dev.linger.ranker.Problems;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.RankerContract;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnContractTest extends RankerContract {
    @Override
    protected RankerConfig config() {
        return new ColumnConfig(FeatureColumn.STAGE_ONE_SCORE);
    }

    @Override
    protected RankerConfig other() {
        return new StageOneConfig();
    }

    @Test
    void a_column_that_is_not_there_is_named_with_the_nearest() {
        TrainingSet rows = Problems.watching("train", 200);
        String column = rows.rows().columns().get(0).name();
        TrainingSets sets = new TrainingSets(Map.of(TrainingSetKind.PLAYS, TrainingSets.Rows.of(rows, rows)));
        TrainingContext context = new TrainingContext(new Seed(1), 1, Progress.SILENT, List.of());
        assertEquals(
                "the ranker by " + column + "s has nothing to order by: there is no such column; did you mean " + column
                        + "?",
                assertThrows(InputException.class, () -> new ColumnConfig(column + "s").train(context, sets))
                        .getMessage());
    }
}
