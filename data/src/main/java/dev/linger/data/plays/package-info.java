/**
 * A log of plays as anybody has it: one table with a user, a video, how long it was played, how long it is, and when. In: a
 * CSV file of any delimiter or Parquet, with columns of any name. Out: a data set without attributes and daily statistics.
 */
@NullMarked
package dev.linger.data.plays;

import org.jspecify.annotations.NullMarked;
