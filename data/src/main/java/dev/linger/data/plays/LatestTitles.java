package dev.linger.data.plays;

import dev.linger.data.IdIndex;
import dev.linger.data.Titles;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The title of each video in a table in which every play has one: that of its latest play with a title. */
final class LatestTitles {
    private final Map<String, Titled> titles = new HashMap<>();

    private record Titled(long timeMillis, String title) {}

    /** Takes the title of a play; of plays at the same time the later row counts. */
    void take(String videoId, long timeMillis, String title) {
        if (title.isEmpty()) {
            return;
        }
        Titled before = titles.get(videoId);
        if (before == null || before.timeMillis() <= timeMillis) {
            titles.put(videoId, new Titled(timeMillis, title));
        }
    }

    Titles of(IdIndex items) {
        @Nullable String[] texts = new String[items.size()];
        titles.forEach((id, titled) -> texts[items.indexOf(items.parse(id))] = titled.title());
        return Titles.of(texts);
    }
}
