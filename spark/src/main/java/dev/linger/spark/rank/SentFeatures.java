package dev.linger.spark.rank;

import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.data.snapshot.TablesColumns;
import dev.linger.features.FeatureColumn;
import dev.linger.features.GroupContext;
import dev.linger.features.StageOneCells;
import dev.linger.features.replay.FeatureState;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.spark.plan.SentConfig;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What features are made of beside the plays: the configuration, the side tables and the fitted quantiles; read once a machine. */
final class SentFeatures implements Serializable {
    private static final long serialVersionUID = 1;

    private static final String TABLES = "tables";
    private static final String QUANTILES = "quantiles-";

    private final SentConfig config;
    private final Parcel files;
    private final int[] buckets;

    @SuppressWarnings("serial")
    private transient @Nullable Read read;

    private SentFeatures(SentConfig config, Parcel files, int[] buckets) {
        this.config = config;
        this.files = files;
        this.buckets = buckets;
    }

    /** What was sent. */
    private record Read(SideTables tables, Map<Integer, WatchQuantiles> quantiles) {}

    /** @param fitted quantiles with at most so many buckets, fitted to no play that rows may not know */
    static SentFeatures of(LingerConfig config, SideTables tables, IntFunction<WatchQuantiles> fitted) {
        GroupContext asked =
                new GroupContext(tables.ofUsers(0, 0), config.watch(), StageOneCells.SCORE_AND_RANK, fitted);
        FeatureState.ofBlock(config.features().on(SideData.in(tables)), asked);
        Parcel files = Parcel.of(to -> {
            to.columns(TABLES, out -> TablesColumns.write(tables, out));
            for (Map.Entry<Integer, WatchQuantiles> some : asked.quantiles().entrySet()) {
                to.columns(QUANTILES + some.getKey(), some.getValue()::write);
            }
        });
        return new SentFeatures(
                SentConfig.of(config),
                files,
                asked.quantiles().keySet().stream().mapToInt(count -> count).toArray());
    }

    private synchronized Read read() {
        if (read == null) {
            read = files.read(from -> {
                Map<Integer, WatchQuantiles> quantiles = new TreeMap<>();
                for (int count : buckets) {
                    quantiles.put(count, from.columns(QUANTILES + count, WatchQuantiles::read));
                }
                return new Read(from.columns(TABLES, TablesColumns::read), quantiles);
            });
        }
        return read;
    }

    /** The features of the users {@code first..first+users-1}, which have observed nothing. */
    FeatureState ofUsers(int first, int users, List<FeatureColumn> retrievalColumns) {
        Read there = read();
        GroupContext context = new GroupContext(
                there.tables.ofUsers(first, first + users), config.value().watch(), retrievalColumns, count -> {
                    WatchQuantiles found = there.quantiles.get(count);
                    if (found == null) {
                        throw new IllegalStateException("no quantiles of " + count + " buckets were sent");
                    }
                    return found;
                });
        return FeatureState.ofBlock(config.value().features().on(SideData.in(there.tables)), context);
    }
}
