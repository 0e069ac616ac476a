package dev.linger.pipeline.comparison;

import dev.linger.pipeline.run.RunSummary;
import dev.linger.pipeline.run.SealedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Run folders written by hand: two users, one relevance rule, and no file that no comparison reads. */
final class StoredRuns {
    private static final String RULE = "ratio-gt-1-0";

    private StoredRuns() {}

    /** A run whose two users have these values of NDCG@10; Recall@50 is twice, Recall@300 one and a half times as much. */
    static Path write(Path folder, String name, double first, double second) throws IOException {
        Files.createDirectories(folder.resolve("tables"));
        Files.createDirectories(folder.resolve("per-user"));
        Files.writeString(
                folder.resolve("manifest.json"),
                """
                {
                  "seed": 42,
                  "config": {
                    "data": { "zone": "Asia/Shanghai", "ratioCap": 5.0 },
                    "evaluation": {
                      "relevance": [ { "type": "ratio-above", "threshold": 1.0 } ],
                      "resamples": 100
                    }
                  },
                  "inputs": [ { "path": "%s/big_matrix.csv", "sha256": "ab12" } ],
                  "stages": [ { "seconds": 1.5 }, { "seconds": 2.0, "peakResidentMiB": 512 } ]
                }
                """
                        .formatted(name));
        RunSummary.Rule rule = new RunSummary.Rule("ratio > 1.0", RULE, 2, 5, 3, 1);
        Files.writeString(
                folder.resolve("run.json"),
                new RunSummary(
                                name,
                                "of " + name,
                                "of " + name,
                                List.of("NDCG@10", "Recall@50"),
                                300,
                                "all videos",
                                1_000,
                                "then",
                                List.of(rule))
                        .json());
        Files.writeString(
                folder.resolve("per-user/end-to-end-" + RULE + ".csv"),
                "user_id,als NDCG@10,of %s NDCG@10,of %s Recall@50,of %s Recall@300%n".formatted(name, name, name)
                        + "10,0.0,%s,%s,%s%n".formatted(first, 2 * first, 1.5 * first)
                        + "20,0.0,%s,%s,%s%n".formatted(second, 2 * second, 1.5 * second));
        Files.writeString(
                folder.resolve("tables/stages-end-to-end-" + RULE + ".json"),
                "{ \"rows\": [ { \"system\": \"of %s\", \"NDCG@10\": %s, \"Recall@50\": %s } ] }"
                        .formatted(name, (first + second) / 2, first + second));
        Files.writeString(
                folder.resolve("tables/predictions-pointwise-" + RULE + ".json"),
                "{ \"rows\": [ { \"ranker\": \"r\", \"MAE\": null, \"XAUC\": 0.75 } ] }");
        Files.writeString(
                folder.resolve("tables/stages-exposed-" + RULE + ".json"),
                "{ \"rows\": [ { \"system\": \"als\", \"NDCG@10\": 0.1 }, { \"system\": \"of %s\", \"NDCG@10\": 0.5 } ] }"
                        .formatted(name));
        Files.writeString(folder.resolve("per-user/activity.csv"), "user_id,plays before the cut\n10,0.0\n20,7.0\n");
        Files.writeString(
                folder.resolve("recommendations.csv"),
                "user_id,rank,video_id,score\n10,1,5,2.0\n10,2,6,1.0\n20,1,%d,2.0\n".formatted(name.length()));
        Files.writeString(
                folder.resolve("relevant.csv"),
                "user_id,video_id,of %s NDCG@10,of %s Recall@50\n".formatted(name, name)
                        + "10,5,%s,%s%n10,7,0.0,0.0%n".formatted(first, 2 * first)
                        + "20,5,0.0,0.0%n20,6,%s,%s%n20,8,0.0,0.0%n".formatted(second, 2 * second));
        Files.writeString(
                folder.resolve("videos.csv"),
                """
                video_id,duration_ms,plays_before_cut,age_days
                5,5000.0,3.0,1.0
                6,15000.0,0.0,
                7,15000.0,10.0,8.0
                8,200000.0,0.0,100.0
                """);
        SealedFolder.seal(folder);
        return folder;
    }

    /** Puts another text in the place of one that stands in a file of the folder, and renews the digests. */
    static void change(Path folder, String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(path + " does not hold " + from);
        }
        Files.writeString(path, text.replace(from, to));
        SealedFolder.seal(folder);
    }
}
