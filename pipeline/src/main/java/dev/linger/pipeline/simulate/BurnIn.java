package dev.linger.pipeline.simulate;

import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.recommender.live.LivePlay;
import dev.linger.simulation.world.LivingWorld;
import dev.linger.simulation.world.World;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The days that a world lives before policies begin. Users are shown what the truth and chance agree on, the largest {@code pull +
 * Gumbel(0, 1)}, as if by an older system that knows something; what they play and what creators upload becomes part of the log that
 * policies are fitted to, since a generated log alone knows nothing of creators who answer.
 *
 * @param world as it is after these days
 * @param oldVideos how many videos there were before
 * @param plays in the order of days
 */
record BurnIn(LivingWorld world, int oldVideos, List<LivePlay> plays) {
    /** The cells of a row of daily statistics after the length: nothing was counted. */
    private static final int MISSING_CELLS = 50;

    /**
     * Lives these days in a world that is before its first.
     *
     * @param zone whose days they are
     */
    static BurnIn live(LivingWorld world, SimulationPlan plan, Seed seed, ZoneId zone, Workers workers) {
        BitSet[] seen = new BitSet[world.userCount()];
        Arrays.setAll(seen, user -> new BitSet());
        Seed random = seed.derive("burn-in");
        Recorded shown = new Recorded(
                new ReferencePolicy(
                        "burn-in",
                        world,
                        (user, at) -> {
                            Draws draws = new Draws(random.derive("order " + at).stream("of user " + user));
                            return video -> world.pull(user, video) + gumbel(draws);
                        },
                        seen),
                new ArrayList<>());
        int oldVideos = world.videoCount();
        OutcomeCounts unread = new OutcomeCounts(world);
        SimulatedDays days = new SimulatedDays(world, shown, zone, plan.videosPerVisit(), workers);
        for (int day = 0; day < plan.burnIn(); day++) {
            days.next(user -> unread);
        }
        return new BurnIn(world, oldVideos, shown.all());
    }

    private static double gumbel(Draws draws) {
        return -StrictMath.log(-StrictMath.log(1 - draws.uniform()));
    }

    /** A policy whose plays are taken down. */
    private record Recorded(Policy policy, List<LivePlay> all) implements Policy {
        @Override
        public String name() {
            return policy.name();
        }

        @Override
        public void uploaded(List<Integer> videos) {
            policy.uploaded(videos);
        }

        @Override
        public int[] list(int user, long atMillis, int count) {
            return policy.list(user, atMillis, count);
        }

        @Override
        public void observed(List<LivePlay> plays) {
            policy.observed(plays);
            all.addAll(plays);
        }
    }

    /** Writes it to the end of the files of a generated data set. */
    void append(Path data) {
        append(
                data.resolve("big_matrix.csv"),
                plays.stream()
                        .map(play -> String.format(
                                Locale.ROOT,
                                "%s,%s,%d,%d,,,%.3f,",
                                play.userId(),
                                play.itemId(),
                                play.playMillis(),
                                play.durationMillis(),
                                play.timestampMillis() / 1000.0))
                        .toList());
        List<String> tags = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        for (int number = oldVideos; number < world.videoCount(); number++) {
            World.Video video = world.video(number);
            tags.add(number + ",\""
                    + Arrays.stream(video.tags())
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(", ", "[", "]"))
                    + "\"");
            LocalDate day = LocalDate.ofEpochDay(video.uploadDay());
            attributes.add(
                    number + "," + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "," + video.author() + ",NORMAL,"
                            + day + ",ShortImport,public," + video.durationMillis() + ".0" + ",".repeat(MISSING_CELLS));
        }
        append(data.resolve("item_categories.csv"), tags);
        append(data.resolve("item_daily_features.csv"), attributes);
    }

    private static void append(Path file, List<String> lines) {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
            for (String line : lines) {
                writer.write(line + "\n");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be written to", failure);
        }
    }
}
