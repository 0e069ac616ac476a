package dev.linger.serving.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.serving.json.IdJson;
import dev.linger.serving.json.StrictTree;
import java.util.List;

/** Videos as clients write them: one object, or an array of them. A mistake says its place. */
final class VideoJson {
    private static final List<String> KEYS =
            List.of("video", "title", "durationMillis", "creator", "tags", "withdrawn");
    private static final int MOST = 1_000;
    private static final int LONGEST_TITLE = 2_000;
    private static final int LONGEST_CREATOR = 200;
    private static final int MOST_TAGS = 100;

    private VideoJson() {}

    /**
     * Reads videos.
     *
     * @param ids of the model's videos, which say what ids are
     * @throws InputException where anything is not as it should be; then no video is taken
     */
    static List<LiveVideo> read(byte[] body, IdIndex ids) {
        return StrictTree.objects(
                StrictTree.read(body), "videos", KEYS, MOST, (video, path) -> video(video, path, ids));
    }

    private static LiveVideo video(ObjectNode video, String path, IdIndex ids) {
        return new LiveVideo(
                IdJson.read(video, path, "video", ids),
                text(video, path, "title", LONGEST_TITLE),
                video.has("durationMillis")
                        ? (int) StrictTree.whole(video, path, "durationMillis", 1, Integer.MAX_VALUE)
                        : 0,
                text(video, path, "creator", LONGEST_CREATOR),
                StrictTree.wholes(video, path, "tags", MOST_TAGS),
                StrictTree.isTrue(video, path, "withdrawn", false));
    }

    private static String text(ObjectNode video, String path, String key, int longest) {
        JsonNode text = video.get(key);
        if (text == null) {
            return "";
        }
        if (!StrictTree.isText(text, 0, longest)) {
            throw new InputException(path + "." + key + " must be a text of at most " + longest + " characters but is "
                    + StrictTree.shown(text));
        }
        return text.textValue();
    }
}
