package dev.linger.pipeline.experiment;

import dev.linger.data.Dataset;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.snapshot.Snapshots;
import dev.linger.data.source.DataSource;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.cache.CodeVersion;
import dev.linger.pipeline.cache.StepCache;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.run.Machine;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The first stage of whatever is fitted: the data set, and what others kept that work on the same one.
 *
 * @param request what was asked for
 * @param data folder of the data set's files
 */
public record Loading(RunRequest request, LingerConfig config, Path data, RunLog log) {
    /** The data set, from its snapshot or from the files. The log says which. */
    public LoadedData load() {
        return load(() -> request.snapshots()
                .map(folder -> loadOrKeep(new Snapshots(folder)))
                .orElseGet(() -> config.data().read(data, config.watch(), request.progress())));
    }

    /** The data set as it is read in another way. */
    public LoadedData load(Supplier<LoadedData> reading) {
        return log.stage("load", counts -> {
            LoadedData loaded = reading.get().without(config.data().unread(data));
            loaded.report().unread().forEach(counts::notice);
            loaded.report().mixedIds().forEach(counts::notice);
            loaded.report().heavyLosses().forEach(loss -> log.say("notice     " + loss));
            Dataset dataset = loaded.dataset();
            LackingData lacking = LackingData.of(config, dataset);
            lacking.lines().forEach(line -> log.say("notice     " + line));
            lacking.notice().ifPresent(counts::notice);
            counts.add("plays", loaded.report().log().rows())
                    .add("users", dataset.userCount())
                    .add("videos", dataset.itemCount());
            return loaded;
        });
    }

    private LoadedData loadOrKeep(Snapshots snapshots) {
        Snapshots.Loaded loaded = snapshots.load(data, config.data(), config.watch(), request.progress());
        loaded.notes().forEach(log::say);
        return loaded.data();
    }

    /** The values of steps that runs on the same data have kept. */
    public StepCache cache(LoadedData loaded) {
        return request.cache()
                .map(folder -> StepCache.in(folder, determining(loaded), log::say))
                .orElse(StepCache.NONE);
    }

    /** What determines every value of a run beside the blocks that each step reads. */
    private List<String> determining(LoadedData loaded) {
        Machine machine = Machine.current();
        Map<String, String> digests = new TreeMap<>();
        loaded.report().files().forEach(file -> digests.put(file.name(), file.sha256()));
        return List.of(
                "program " + CodeVersion.current(),
                "java " + machine.java() + " on " + machine.os(),
                "kernels " + machine.kernels(),
                "seed " + config.seed(),
                "files " + digests,
                LingerConfig.flat(DataSource.class, config.data()),
                LingerConfig.flat(WatchRules.class, config.watch()));
    }
}
