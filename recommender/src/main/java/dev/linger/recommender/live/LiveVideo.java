package dev.linger.recommender.live;

import dev.linger.data.Id;
import java.util.List;

/**
 * A video that has just been uploaded, changed or withdrawn, by the ids and names of the data. Of videos that a model was fitted
 * to it is only asked whether they are withdrawn.
 *
 * @param id the video's id
 * @param title what people call it; "" where it has none
 * @param durationMillis its length, 0 where that is not known
 * @param creator who made it, as the data names creators; "" where that is not known
 * @param tags ids of its tags
 * @param withdrawn whether it must not be recommended any more
 */
public record LiveVideo(Id id, String title, int durationMillis, String creator, List<Long> tags, boolean withdrawn) {
    public LiveVideo {
        tags = List.copyOf(tags);
        if (durationMillis < 0) {
            throw new IllegalArgumentException("the duration must be >= 0 ms but was " + durationMillis);
        }
    }

    /** A video whose id is a number. */
    public LiveVideo(long id, String title, int durationMillis, String creator, List<Long> tags, boolean withdrawn) {
        this(Id.of(id), title, durationMillis, creator, tags, withdrawn);
    }
}
