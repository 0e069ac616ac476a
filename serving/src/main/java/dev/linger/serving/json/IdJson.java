package dev.linger.serving.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.data.csv.MissingWords;

/** Ids in JSON: a number where the ids of a model are numbers, else a text. */
public final class IdJson {
    private IdJson() {}

    /** Puts an id at a key. */
    public static ObjectNode put(ObjectNode object, String key, Id id) {
        return id.text() == null ? object.put(key, id.number()) : object.put(key, id.text());
    }

    /** Adds an id to an array. */
    public static void add(ArrayNode array, Id id) {
        if (id.text() == null) {
            array.add(id.number());
        } else {
            array.add(id.text());
        }
    }

    /**
     * The id at a key, of the kind that a model's are.
     *
     * @param ids those of the model
     * @throws InputException where the key has none, or one of the other kind
     */
    public static Id read(ObjectNode object, String path, String key, IdIndex ids) {
        if (!ids.isText()) {
            return Id.of(StrictTree.whole(object, path, key, Long.MIN_VALUE, Long.MAX_VALUE));
        }
        JsonNode value = object.get(key);
        if (value == null || !value.isTextual()) {
            throw new InputException(path + "." + key + " must be a text, as the model's " + ids.what() + " ids are,"
                    + (value == null ? " but is missing" : " but is " + StrictTree.shown(value)));
        }
        String fault = fault(value.textValue());
        if (!fault.isEmpty()) {
            throw new InputException(path + "." + key + " " + fault + ", but is " + StrictTree.shown(value));
        }
        return Id.of(value.textValue());
    }

    /** What keeps a text from being an id that a table of plays may hold; "" where nothing does. */
    public static String fault(String text) {
        return MissingWords.contains(text) ? "must not be a word for what is missing" : Id.fault(text);
    }
}
