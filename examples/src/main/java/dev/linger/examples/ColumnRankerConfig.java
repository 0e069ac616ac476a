package dev.linger.examples;

import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSets;

/** A ranker: the value of one feature column, a missing one counting as 0. It learns nothing. */
public record ColumnRankerConfig(@Key(value = "the column to rank by", byDefault = "\"item_completion\"") String column)
        implements RankerConfig {
    @Override
    public String kind() {
        return "column " + column;
    }

    @Override
    public Trained train(TrainingContext context, TrainingSets sets) {
        return Trained.once(new ByColumn(kind(), column));
    }

    @Override
    public Ranker read(ModelReader from) {
        return new ByColumn(kind(), column);
    }

    private record ByColumn(String name, String column) implements Ranker {
        @Override
        public Prediction prediction() {
            return Prediction.SCORE;
        }

        @Override
        public void score(FeatureRows rows, double[] scores) {
            int at = rows.column(column);
            for (int row = 0; row < scores.length; row++) {
                float value = rows.value(row, at);
                scores[row] = Float.isNaN(value) ? 0 : value;
            }
        }

        @Override
        public void write(ModelWriter to) {
            // The configuration says all there is.
        }
    }
}
