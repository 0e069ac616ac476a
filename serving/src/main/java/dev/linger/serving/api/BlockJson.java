package dev.linger.serving.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.recommender.filter.Blocks;
import dev.linger.serving.json.IdJson;
import dev.linger.serving.json.StrictTree;
import dev.linger.serving.store.BlockChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What users block as clients write it: one object, or an array of them. A mistake says its place. */
final class BlockJson {
    private static final List<String> KEYS = List.of("user", "creators", "tags", "blocked");
    private static final int MOST = 1_000;
    private static final int MOST_OF_ONE = 1_000;
    private static final int LONGEST_CREATOR = 200;

    private BlockJson() {}

    /**
     * Reads changes.
     *
     * @param ids of the model's users, which say what ids are
     * @throws InputException where anything is not as it should be; then nothing is changed
     */
    static List<BlockChange> read(byte[] body, IdIndex ids) {
        return StrictTree.objects(
                StrictTree.read(body), "changes", KEYS, MOST, (change, path) -> change(change, path, ids));
    }

    private static BlockChange change(ObjectNode change, String path, IdIndex ids) {
        Blocks what =
                new Blocks(creators(change, path), Set.copyOf(StrictTree.wholes(change, path, "tags", MOST_OF_ONE)));
        if (what.isEmpty()) {
            throw new InputException(path + " must have creators or tags, as {\"user\": 17, \"creators\": [\"12\"]}");
        }
        return new BlockChange(
                IdJson.read(change, path, "user", ids), what, StrictTree.isTrue(change, path, "blocked", true));
    }

    private static Set<String> creators(ObjectNode change, String path) {
        Set<String> creators = new HashSet<>();
        int at = 0;
        for (JsonNode creator : StrictTree.array(change, path, "creators", MOST_OF_ONE, "texts")) {
            if (!StrictTree.isText(creator, 1, LONGEST_CREATOR)) {
                throw new InputException(path + ".creators[" + at + "] must be a text of 1.." + LONGEST_CREATOR
                        + " characters but is " + StrictTree.shown(creator));
            }
            creators.add(creator.textValue());
            at++;
        }
        return creators;
    }
}
