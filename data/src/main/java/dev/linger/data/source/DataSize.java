package dev.linger.data.source;

/**
 * How many rows a data set holds, told from the sizes of its files and their first lines: exact for small files, else
 * within a few percent.
 *
 * @param plays rows of the log, copies included
 * @param users rows of the table of users
 * @param videos rows of the table of videos
 * @param smallCells rows of the fully observed matrix; 0 where there is none
 * @param dailyRows rows of the daily statistics; 0 where there are none
 */
public record DataSize(long plays, long users, long videos, long smallCells, long dailyRows) {}
