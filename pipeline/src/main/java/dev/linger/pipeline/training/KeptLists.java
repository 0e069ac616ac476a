package dev.linger.pipeline.training;

/** Which lists of plays, one a user and day, are kept. */
@FunctionalInterface
interface KeptLists {
    boolean keeps(int user, int day);
}
