package dev.linger.recommender.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.Taste;
import dev.linger.data.AttributeColumn;
import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.ItemTable;
import dev.linger.data.duration.WatchRules;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.answer.UserAnswer.Listed;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class NewVideosTest {
    private static final long USER = 4;

    private final NewVideos videos = new NewVideos(table(), history(), WatchRules.DEFAULTS);

    /** Two videos of the creators ann and bob, with the tags 8 and 27. */
    private static ItemTable table() {
        return new ItemTable(
                new int[2],
                new float[2],
                new int[][] {{0}, {1}},
                IdIndex.of("tag", LongStream.of(8, 27)),
                List.of(new AttributeColumn.Category("who", new int[] {0, 1}, List.of("ann", "bob"))),
                new ItemTable.Roles(Optional.of("who"), List.of()));
    }

    /** Four plays, one of them liked. */
    private static InteractionLog history() {
        InteractionLogBuilder log = new InteractionLogBuilder(ZoneId.of("UTC"), 4);
        for (int play = 0; play < 4; play++) {
            log.add(0, 0, play == 0 ? 2_000 : 500, 1_000, play);
        }
        return log.build();
    }

    private static LiveVideo video(long id, String creator, Long... tags) {
        return new LiveVideo(id, "number " + id, 5_000, creator, List.of(tags), false);
    }

    private void play(long user, long video, int count, double ratio) {
        for (int play = 0; play < count; play++) {
            videos.observe(new LivePlay(user, video, (int) (1_000 * ratio), 1_000, play));
        }
    }

    private List<Listed> best(Optional<Taste> taste, Long... exclude) {
        return videos.best(
                new LiveRequest(
                        Id.of(USER),
                        0,
                        3,
                        Set.copyOf(Stream.of(exclude).map(Id::of).toList()),
                        false,
                        NewVideosConfig.NONE.withEvery(10)),
                taste);
    }

    private static List<Long> ids(List<Listed> listed) {
        return listed.stream().map(video -> video.videoId().number()).toList();
    }

    @Test
    void without_a_taste_and_plays_the_score_is_the_liked_share_of_the_history() {
        videos.add(video(70, ""));
        Listed only = best(Optional.empty()).get(0);
        assertEquals(0.25, only.score());
        assertEquals("number 70", only.title());
        assertEquals(5_000, only.durationMillis());
        assertEquals(List.of(new UserAnswer.FoundBy("new-videos", 1, 0.25)), only.foundBy());
    }

    @Test
    void a_taste_is_asked_by_the_codes_of_the_table_and_plays_of_anybody_move_it() {
        Taste taste = new Taste() {
            @Override
            public double likedShare(int creator, int[] tags) {
                return creator == 1 && tags.length == 1 && tags[0] == 1 ? 0.75 : 0;
            }

            @Override
            public double[] likedPlaysByTag() {
                return new double[2];
            }
        };
        videos.add(video(70, "bob", 27L, 5L));
        assertEquals(0.75, best(Optional.of(taste)).get(0).score());
        play(9, 70, 4, 2);
        play(9, 70, 1, 0.1);
        assertEquals((4 + 20 * 0.75) / (5 + 20), best(Optional.of(taste)).get(0).score());
        videos.add(video(71, "carl"));
        assertEquals(0, best(Optional.of(taste)).get(1).score());
    }

    @Test
    void a_taste_is_asked_for_the_code_of_a_missing_cell_where_the_table_does_not_have_the_creator() {
        Taste taste = new Taste() {
            @Override
            public double likedShare(int creator, int[] tags) {
                return creator == -1 ? 0.5 : 0;
            }

            @Override
            public double[] likedPlaysByTag() {
                return new double[2];
            }
        };
        for (String creator : List.of("", "aaron", "bea", "carl")) {
            videos.add(video(70, creator));
            assertEquals(0.5, best(Optional.of(taste)).get(0).score(), creator);
        }
    }

    @Test
    void by_draws_a_video_of_few_plays_is_first_now_and_then_and_the_same_request_gets_the_same_list() {
        videos.add(video(70, ""));
        videos.add(video(71, ""));
        play(9, 70, 400, 0.1);
        play(9, 70, 200, 2);
        int first = 0;
        for (int at = 0; at < 1_000; at++) {
            LiveRequest request = new LiveRequest(
                    Id.of(USER), at, 2, Set.of(), false, new NewVideosConfig(10, NewVideosConfig.By.DRAW));
            List<Listed> best = videos.best(request, Optional.empty());
            assertEquals(best, videos.best(request, Optional.empty()));
            first += best.get(0).videoId().number() == 71 ? 1 : 0;
        }
        // Beta(5, 15) is above Beta(205, 415), which is hardly ever far from .33, with a chance of .199.
        assertEquals(199, first, 40);
    }

    @Test
    void by_upper_bounds_the_score_is_the_mean_and_so_many_deviations_as_all_plays_say() {
        videos.add(video(70, ""));
        videos.add(video(71, ""));
        play(9, 70, 60, 2);
        play(9, 71, 20, 0.1);
        LiveRequest request =
                new LiveRequest(Id.of(USER), 0, 2, Set.of(), false, new NewVideosConfig(10, NewVideosConfig.By.UCB));
        List<Listed> best = videos.best(request, Optional.empty());
        double mean = 65.0 / 80;
        assertEquals(
                mean + Math.sqrt(2 * Math.log(81)) * Math.sqrt(mean * (1 - mean) / 81),
                best.get(0).score(),
                1e-12);
        mean = 5.0 / 40;
        assertEquals(
                mean + Math.sqrt(2 * Math.log(81)) * Math.sqrt(mean * (1 - mean) / 41),
                best.get(1).score(),
                1e-12);
    }

    @Test
    void it_does_not_matter_whether_plays_or_the_upload_come_first() {
        play(9, 70, 3, 2);
        videos.add(video(70, ""));
        play(9, 71, 3, 2);
        NewVideos other = new NewVideos(table(), history(), WatchRules.DEFAULTS);
        other.add(video(70, ""));
        for (int play = 0; play < 3; play++) {
            other.observe(new LivePlay(9, 70, 2_000, 1_000, play));
        }
        assertEquals(
                best(Optional.empty()),
                other.best(
                        new LiveRequest(Id.of(USER), 0, 3, Set.of(), false, NewVideosConfig.NONE.withEvery(10)),
                        Optional.empty()));
        assertEquals((3 + 20 * 0.25) / 23, best(Optional.empty()).get(0).score());
    }

    @Test
    void what_the_user_has_watched_or_excludes_or_was_withdrawn_is_left_out() {
        LongStream.range(70, 76).forEach(id -> videos.add(video(id, "")));
        assertEquals(List.of(70L, 71L, 72L), ids(best(Optional.empty())));
        play(USER, 70, 1, 0.1);
        play(USER + 1, 71, 30, 2);
        play(USER + 1, 72, 30, 0.1);
        assertEquals(List.of(71L, 74L, 75L), ids(best(Optional.empty(), 73L)));
        videos.add(new LiveVideo(71, "", 0, "", List.of(), true));
        assertFalse(videos.has(Id.of(71)));
        assertEquals(List.of(74L, 75L, 72L), ids(best(Optional.empty(), 73L)));
        videos.add(video(71, ""));
        assertTrue(videos.has(Id.of(71)));
        assertEquals(Id.of(71), best(Optional.empty()).get(0).videoId());
    }

    @Test
    void of_more_than_ten_thousand_the_latest_count() {
        LongStream.range(0, 10_002).forEach(id -> videos.add(video(id, "")));
        assertEquals(List.of(2L, 3L, 4L), ids(best(Optional.empty())));
    }

    private static UserAnswer ranked(int size) {
        return new UserAnswer(
                Id.of(USER),
                true,
                false,
                size,
                IntStream.rangeClosed(1, size)
                        .mapToObj(rank -> new Listed(
                                rank,
                                Id.of(rank),
                                "",
                                Float.NaN,
                                -rank,
                                OptionalDouble.empty(),
                                rank,
                                List.of(),
                                List.of(),
                                Optional.empty()))
                        .toList());
    }

    private List<Long> placed(int ranked, int uploaded, int every, int count) {
        NewVideos some = new NewVideos(table(), history(), WatchRules.DEFAULTS);
        LongStream.range(70, 70 + uploaded).forEach(id -> some.add(video(id, "")));
        List<Listed> best = some.best(
                new LiveRequest(Id.of(USER), 0, count, Set.of(), false, NewVideosConfig.NONE.withEvery(every)),
                Optional.empty());
        UserAnswer placed = NewVideos.placed(ranked(ranked), best, every, count);
        assertEquals(
                IntStream.rangeClosed(1, placed.videos().size()).boxed().toList(),
                placed.videos().stream().map(Listed::rank).toList());
        return ids(placed.videos());
    }

    @Test
    void new_videos_have_the_middle_place_of_each_stretch() {
        assertEquals(List.of(1L, 70L, 2L, 3L, 4L, 71L, 5L, 6L), placed(8, 9, 4, 8));
        assertEquals(List.of(1L, 70L, 2L, 3L, 4L, 5L, 6L, 7L), placed(8, 1, 4, 8));
        assertEquals(List.of(70L, 71L, 72L), placed(8, 9, 1, 3));
        assertEquals(List.of(70L, 1L, 71L, 2L), placed(8, 9, 2, 4));
        assertEquals(List.of(1L, 2L, 3L, 4L), placed(8, 9, 10, 4));
    }

    @Test
    void they_fill_what_a_short_list_leaves_empty() {
        assertEquals(List.of(1L, 70L, 71L, 72L), placed(1, 3, 10, 9));
        assertEquals(List.of(), placed(0, 0, 10, 9));
    }
}
