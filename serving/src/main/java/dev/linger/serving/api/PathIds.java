package dev.linger.serving.api;

import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.serving.http.ApiException;
import dev.linger.serving.http.Call;
import dev.linger.serving.json.IdJson;
import java.util.Set;
import java.util.stream.Collectors;

/** Ids in paths and queries, of the kind that a model's are. */
final class PathIds {
    private PathIds() {}

    /**
     * The id in the path.
     *
     * @throws ApiException where it is none of this kind
     */
    static Id of(Call call, IdIndex ids) {
        return ids.isText() ? id("id", call.text("id")) : Id.of(call.id("id"));
    }

    /**
     * Ids in the query.
     *
     * @throws ApiException where one is none of this kind, or they are too many
     */
    static Set<Id> all(Call call, String name, int most, IdIndex ids) {
        return ids.isText()
                ? call.texts(name, most).stream().map(text -> id(name, text)).collect(Collectors.toUnmodifiableSet())
                : call.ids(name, most).stream().map(Id::of).collect(Collectors.toUnmodifiableSet());
    }

    private static Id id(String name, String text) {
        String fault = IdJson.fault(text);
        if (!fault.isEmpty()) {
            throw ApiException.mistake(name + " " + fault);
        }
        return Id.of(text);
    }
}
