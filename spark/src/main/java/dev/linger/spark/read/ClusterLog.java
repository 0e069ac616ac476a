package dev.linger.spark.read;

import dev.linger.data.IdIndex;
import dev.linger.data.Progress;
import dev.linger.data.csv.FileReading;
import dev.linger.data.parts.LogInParts;
import dev.linger.data.parts.PartedSource;
import dev.linger.data.source.FileFindings;
import dev.linger.data.source.LoadedData;
import dev.linger.data.source.LogStatistics;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.spark.plan.SentConfig;
import dev.linger.spark.plays.Blocks;
import dev.linger.spark.plays.OneBlockEach;
import dev.linger.spark.plays.PlayBlock;
import dev.linger.spark.plays.Spread;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/** The log of a run, read and cleaned by the machines of a cluster; none of its plays is on the driver. */
public final class ClusterLog implements LogInParts {
    private static final String MOST_BYTES = "spark.files.maxPartitionBytes";

    private final JavaSparkContext spark;
    private final LingerConfig config;
    private final Path folder;
    private final int blocks;
    private @Nullable Spread spread;

    /**
     * A log that is to be read.
     *
     * @param folder of its file, which all machines see
     * @param blocks about so many blocks of users are made
     */
    public ClusterLog(JavaSparkContext spark, LingerConfig config, Path folder, int blocks) {
        this.spark = spark;
        this.config = config;
        this.folder = folder;
        this.blocks = blocks;
    }

    /** Why the log of a data set is not read so; "" where it can be. */
    public String hindrance() {
        if (!(config.data() instanceof PartedSource)) {
            return "its layout is not read in parts";
        }
        URI uri = folder.toUri();
        int tasks = Math.max(1, spark.defaultParallelism());
        List<Integer> each = IntStream.range(0, tasks).boxed().toList();
        boolean seen =
                Told.of(() -> spark.parallelize(each, tasks).map(task -> StoredFile.isSeen(uri)).collect().stream()
                        .allMatch(is -> is));
        return seen ? "" : "not all machines see " + folder;
    }

    /** Reads the data set: the log by all machines, everything else by this one. */
    public LoadedData load(Progress progress) {
        return ((PartedSource) config.data()).readInParts(folder, config.watch(), this, progress);
    }

    /** The plays, once they are read. */
    public Spread spread() {
        if (spread == null) {
            throw new IllegalStateException("the log was not read");
        }
        return spread;
    }

    @Override
    public LogStatistics statistics() {
        return LogFacts.statistics(spread().plays(), ZoneId.of(config.data().zone()));
    }

    @Override
    public void read(FileFindings findings, IdIndex users, IdIndex items) {
        Path log = folder.resolve(findings.file().name());
        StoredFile file = new StoredFile(log.toUri(), findings.file().bytes());
        Blocks ofUsers = Blocks.about(users.size(), blocks);
        ReadTask task =
                new ReadTask(SentConfig.of(config), file, ofUsers, spark.broadcast(new ReadTask.Ids(users, items)));
        JavaFutureAction<List<String>> digest = spark.parallelize(List.of(file), 1)
                .map(all -> all.file().sha256(Progress.SILENT))
                .collectAsync();
        try {
            FileReading reading = Told.of(() -> read(task, findings));
            findings.reading(reading.digested(Told.of(digest::get).get(0)));
        } finally {
            digest.cancel(true);
        }
    }

    private FileReading read(ReadTask task, FileFindings findings) {
        List<FilePart> parts = parts(task.file());
        JavaRDD<ReadPart> read =
                spark.parallelize(parts, parts.size()).map(task::read).persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<CleanBlock> clean = read.flatMapToPair(ReadTask::pieces)
                .partitionBy(new OneBlockEach(task.users().count()))
                .mapPartitionsWithIndex(task::clean, true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        JavaPairRDD<Integer, PlayBlock> copies =
                clean.flatMapToPair(CleanBlock::copiesByPart).partitionBy(new OneBlockEach(parts.size()));
        FileReading reading = joined(read.zipPartitions(copies, task::finished).collect(), findings);
        read.unpersist();
        JavaRDD<PlayBlock> plays = clean.map(CleanBlock::plays);
        long count = plays.map(block -> (long) block.size()).reduce(Long::sum);
        findings.kept(count);
        Blocks items = Blocks.about(task.ids().value().items().size(), blocks);
        spread = new Spread(plays, task.users(), items, count);
        return reading;
    }

    /** Of a gzipped file there is one part. */
    private List<FilePart> parts(StoredFile file) {
        long most = spark.sc().conf().getSizeAsBytes(MOST_BYTES, "128m");
        long share = file.bytes() / Math.max(1, spark.defaultParallelism());
        return FilePart.of(file.bytes(), file.file().isPacked() ? file.bytes() : Math.min(most, share));
    }

    /** Adds what was found in all parts to what is known of the file. */
    private static FileReading joined(List<ReadPart> parts, FileFindings findings) {
        FileReading before = parts.get(0).reading();
        findings.add(parts.get(0).findings(), 0);
        for (ReadPart part : parts.subList(1, parts.size())) {
            findings.add(part.findings(), before.lines());
            before = before.and(part.reading());
        }
        return before;
    }
}
