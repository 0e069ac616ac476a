package dev.linger.data.kuairec.tables;

import dev.linger.data.AttributeColumn;
import dev.linger.data.Friends;
import dev.linger.data.IdIndex;
import dev.linger.data.UserTable;
import dev.linger.data.source.CleaningRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The 31 columns of user_features.csv, which KuaiRand has as well: the key, 4 counts, 3 flags, 5 categories and 18 encrypted categories. */
public final class UserColumns {
    public static final String KEY = "user_id";

    private static final List<String> COUNTS =
            List.of("follow_user_num", "fans_user_num", "friend_user_num", "register_days");
    private static final List<String> FLAGS = List.of("is_lowactive_period", "is_live_streamer", "is_video_author");
    private static final List<String> CATEGORIES = Stream.concat(
                    Stream.of(
                            "user_active_degree",
                            "follow_user_num_range",
                            "fans_user_num_range",
                            "friend_user_num_range",
                            "register_days_range"),
                    IntStream.rangeClosed(0, 17).mapToObj(number -> "onehot_feat" + number))
            .toList();

    public static final List<String> NAMES = Stream.of(List.of(KEY), COUNTS, FLAGS, CATEGORIES)
            .flatMap(List::stream)
            .toList();

    /** The list of the user's friends in social_network.csv. */
    public static final String FRIENDS = "friend_list";

    public static final List<String> FRIENDS_FILE = List.of(KEY, FRIENDS);

    private UserColumns() {}

    /**
     * The attributes of the users of an index.
     *
     * @param unknown counts rows of users that are not in it
     */
    public static UserTable table(KeyedTable rows, IdIndex users, CleaningRule unknown) {
        AttributeCells cells = rows.uniqueCells(users, unknown);
        Stream<AttributeColumn> numbers =
                Stream.concat(COUNTS.stream().map(cells::count), FLAGS.stream().map(cells::flag));
        return new UserTable(
                users.size(),
                Stream.concat(numbers, CATEGORIES.stream().map(cells::category)).toList());
    }

    /** The friends of each user; ids that are not in the index, and the user's own, are nobody's friends. */
    public static Friends friends(long[][] lists, IdIndex users) {
        int[][] friends = new int[lists.length][];
        for (int user = 0; user < lists.length; user++) {
            int itself = user;
            friends[user] = Arrays.stream(lists[user])
                    .mapToInt(users::indexOf)
                    .filter(friend -> friend != IdIndex.UNKNOWN && friend != itself)
                    .sorted()
                    .distinct()
                    .toArray();
        }
        return Friends.of(friends);
    }
}
