package dev.linger.candidates.interests;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsModel;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import dev.linger.data.source.DataSize;
import dev.linger.data.store.ModelReader;

/** How many interests users have, and how videos are found for each. */
public record InterestsConfig(
        @Key(
                        value = "the als whose factors of videos are clustered",
                        byDefault = "{}",
                        because = "that of the source als, which is then fitted once for both")
                AlsConfig embedding,
        @Key(
                        value = "a play with a larger watch ratio is of an interest, >= 0",
                        byDefault = "0.5",
                        because = "half a video shows interest, and more plays show more interests")
                double likedThreshold,
        @Key(
                        value = "so many of the videos that were liked last are clustered, 1 to 1000",
                        byDefault = "300",
                        because = "clustering takes the square of it")
                int lastVideos,
        @Key(
                        value = "age of a play, in days, at which it counts half for how much an interest matters, > 0",
                        byDefault = "30.0",
                        because = "an interest that nothing was watched for lately gets fewer places")
                double halfLifeDays,
        @Key(
                        value = "how many interests a user has at most, 1 to 20",
                        byDefault = "5",
                        because = "more hardly find more, and each takes as long as a source of its own")
                int most,
        @Key(
                        value =
                                "two groups of videos become one where that adds less to the sum of squared distances of factors of"
                                        + " length 1, >= 0",
                        byDefault = "0.3",
                        because = "two videos whose factors have a cosine above .7 are of one interest")
                double uniteBelow,
        @Key(
                        value = "how many videos are found for each interest, >= 1",
                        byDefault = "1000",
                        because = "enough that some are left where the user has seen most of the nearest")
                int videosPerInterest)
        implements SourceConfig {
    private static final int MOST_VIDEOS = 1_000;
    private static final int MOST_INTERESTS = 20;

    public InterestsConfig {
        check(likedThreshold >= 0, "likedThreshold must be >= 0", likedThreshold);
        check(lastVideos >= 1 && lastVideos <= MOST_VIDEOS, "lastVideos must be in 1.." + MOST_VIDEOS, lastVideos);
        check(halfLifeDays > 0, "halfLifeDays must be > 0", halfLifeDays);
        check(most >= 1 && most <= MOST_INTERESTS, "most must be in 1.." + MOST_INTERESTS, most);
        check(uniteBelow >= 0, "uniteBelow must be >= 0", uniteBelow);
        check(videosPerInterest >= 1, "videosPerInterest must be >= 1", videosPerInterest);
    }

    private static void check(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }

    @Override
    public Interests fit(FitContext context) {
        AlsModel model = embedding.fit(context);
        return Interests.of(this, model, context.pairs(), context.cutMillis(), context.workers());
    }

    @Override
    public SourceConfig withEffort(double share) {
        return new InterestsConfig(
                (AlsConfig) embedding.withEffort(share),
                likedThreshold,
                lastVideos,
                halfLifeDays,
                most,
                uniteBelow,
                videosPerInterest);
    }

    /** The embedding, a row for each interest, and the costs of all unions of a user by thread. */
    @Override
    public double heapBytes(DataSize size, int threads) {
        return embedding.heapBytes(size, threads)
                + Float.BYTES * (embedding.factorCount() + 1.0) * most * size.users()
                + (double) Double.BYTES * lastVideos * lastVideos * threads;
    }

    @Override
    public Interests read(ModelReader from, SideTables tables) {
        return Interests.read(this, from, tables);
    }
}
