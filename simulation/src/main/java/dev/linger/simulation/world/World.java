package dev.linger.simulation.world;

import dev.linger.data.Id;
import java.util.List;

/** Users who come, are shown videos and play them, day after day. Users and videos are numbers from 0. */
public interface World {
    /**
     * A video.
     *
     * @param name the same in every world of one seed, whatever was uploaded before it
     * @param author who made it
     * @param tags none for a video without
     * @param appeal how well it holds people, standard normal
     * @param uploadDay days since 1970-01-01
     */
    record Video(String name, int author, int[] tags, double appeal, int durationMillis, int uploadDay) {}

    /** The day begins. Gives the numbers of the videos that were uploaded since the last one. */
    List<Integer> beginDay();

    /** Today in days since 1970-01-01. */
    int today();

    int userCount();

    /** All videos, those uploaded since included. */
    int videoCount();

    /** The number of different tags. */
    int tagCount();

    /** All creators there have ever been. */
    int creatorCount();

    /** How many creators have not given up. */
    int activeCreators();

    Video video(int video);

    /** What a data set calls the user. */
    Id userId(int user);

    /** What a data set calls the video. */
    Id videoId(int video);

    /** The user whom a data set calls so. */
    int userOf(Id id);

    /** The video that a data set calls so. */
    int videoOf(Id id);

    /** Whether it is known what the user would do with the video. */
    boolean canShow(int user, int video);

    /** When the user comes today, in milliseconds since the day began; below 0 where they do not. */
    int visit(int user);

    /** How strongly a video pulls a user now; plays are the longer for it. */
    double pull(int user, int video);

    /** The user is shown the video and plays it for so long, in milliseconds. */
    int playMillis(int user, int video);
}
