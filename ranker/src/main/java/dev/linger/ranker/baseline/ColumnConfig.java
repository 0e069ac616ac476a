package dev.linger.ranker.baseline;

import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import dev.linger.features.FeatureColumn;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSets;
import java.util.List;

/** Orders by one column, such as what a source says of a video; in a blend, one more order to mix in. */
public record ColumnConfig(
        @Key(value = "Column whose value is the score, higher first", because = "the tables of features name them all")
                String column)
        implements RankerConfig {
    public ColumnConfig {
        if (column.isBlank()) {
            throw new IllegalArgumentException("column must have a name");
        }
    }

    @Override
    public String kind() {
        return "by " + column;
    }

    @Override
    public Trained train(TrainingContext context, TrainingSets sets) {
        List<String> names = sets.single().fit().rows().columns().stream()
                .map(FeatureColumn::name)
                .toList();
        if (!names.contains(column)) {
            throw new InputException("the ranker " + kind() + " has nothing to order by: there is no such column"
                    + NearestName.hint(column, names));
        }
        return Trained.once(new ColumnRanker(column));
    }

    @Override
    public Ranker read(ModelReader from) {
        return from.columns(ColumnRanker.FILE, in -> {
            requireKind(in);
            return new ColumnRanker(column);
        });
    }
}
