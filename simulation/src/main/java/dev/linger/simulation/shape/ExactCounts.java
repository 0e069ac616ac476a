package dev.linger.simulation.shape;

/**
 * Counts that the files of a data set hold exactly.
 *
 * @param copies rows of the log that are exact copies of an earlier one
 * @param copiesOfOneRow how many of these are of the same row, which no other row comes near
 * @param smallRows rows of the small matrix
 * @param untimedRows rows of the small matrix without a time
 * @param singleDays (video, day) pairs with one row in the daily table
 * @param repeatedDays (video, day) pairs with several
 * @param repeatedDayRows rows of the daily table that these have together
 * @param usersWithFriends rows of the social network
 */
public record ExactCounts(
        int copies,
        int copiesOfOneRow,
        int smallRows,
        int untimedRows,
        int singleDays,
        int repeatedDays,
        int repeatedDayRows,
        int usersWithFriends) {}
