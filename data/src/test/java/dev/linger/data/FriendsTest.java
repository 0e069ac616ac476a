package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FriendsTest {
    @Test
    void more_users_have_no_friends() {
        Friends friends = Friends.of(new int[][] {{1}, {0}}).withRoom(2);
        assertEquals(4, friends.userCount());
        assertEquals(2, friends.size());
        assertEquals(1, friends.count(1));
        assertEquals(0, friends.of(1, 0));
        assertEquals(0, friends.count(2));
        assertEquals(0, friends.count(3));
    }

    @Test
    void lists_that_are_no_friends_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Friends.of(new int[][] {{0}}));
        assertThrows(IllegalArgumentException.class, () -> Friends.of(new int[][] {{2}, {}}));
        assertThrows(IllegalArgumentException.class, () -> Friends.of(new int[][] {{-1}, {}}));
        assertThrows(IllegalArgumentException.class, () -> Friends.of(new int[][] {{2, 1}, {}, {}}));
        assertThrows(IllegalArgumentException.class, () -> Friends.of(new int[][] {{1, 1}, {}}));
    }
}
