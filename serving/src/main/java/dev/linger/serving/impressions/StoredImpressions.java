package dev.linger.serving.impressions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.recommender.filter.Blocks;
import dev.linger.serving.json.StrictTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The impressions of a folder, to be read and no more, also while a server keeps some there. */
public final class StoredImpressions {
    private final List<Path> files;

    private StoredImpressions(List<Path> files) {
        this.files = files;
    }

    /**
     * Opens a folder.
     *
     * @throws InputException where it has no impressions
     */
    public static StoredImpressions open(Path folder) {
        try (Stream<Path> all = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            List<Path> files = all.filter(LineFiles::isOne).sorted().toList();
            if (files.isEmpty()) {
                throw new InputException("there are no impressions in " + folder
                        + "; name the folder in which linger serve keeps them: MODEL.plays beside its model, or that of"
                        + " its --data-dir");
            }
            return new StoredImpressions(files);
        } catch (IOException failure) {
            throw new InputException(folder + " cannot be read (" + failure + ")", failure);
        }
    }

    /**
     * Gives the lists that users got, in the order of their writing; those of a shadow are passed over, and a line that was not
     * written to its end, as the last of a server that was killed.
     *
     * @throws InputException where a line is damaged, with its place
     */
    public void forEach(Consumer<ShownList> each) {
        for (Path file : files) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                long number = 1;
                String next = lines.readLine();
                while (next != null) {
                    String line = next;
                    next = lines.readLine();
                    ShownList list = list(line, next == null, file + ", line " + number++);
                    if (list != null) {
                        each.accept(list);
                    }
                }
            } catch (IOException failure) {
                throw new InputException(file + " cannot be read (" + failure + ")", failure);
            }
        }
    }

    private static @Nullable ShownList list(String line, boolean isLast, String place) {
        try {
            return list(StrictTree.read(line.getBytes(StandardCharsets.UTF_8)));
        } catch (InputException | IllegalArgumentException | DateTimeException damaged) {
            if (isLast) {
                return null;
            }
            throw new InputException(place + " is no impression: " + damaged.getMessage(), damaged);
        }
    }

    private static @Nullable ShownList list(JsonNode tree) {
        if (!need(tree, "served").asBoolean()) {
            return null;
        }
        Set<Id> exclude = new HashSet<>();
        tree.path("exclude").forEach(id -> exclude.add(id(id, "exclude")));
        Set<String> creators = new HashSet<>();
        tree.path("blockCreators").forEach(name -> creators.add(text(name, "blockCreators")));
        Set<Long> tags = new HashSet<>();
        tree.path("blockTags").forEach(tag -> tags.add(whole(tag, "blockTags")));
        List<Id> videos = new ArrayList<>();
        JsonNode all = need(tree, "videos");
        double[] propensities = new double[all.size()];
        for (JsonNode video : all) {
            if (video.path("propensity").isNumber()) {
                propensities[videos.size()] = video.get("propensity").doubleValue();
                videos.add(id(need(video, "video"), "video"));
            }
        }
        return new ShownList(
                id(need(tree, "user"), "user"),
                Instant.parse(need(tree, "at").asText()).toEpochMilli(),
                exclude,
                new Blocks(creators, tags),
                videos,
                Arrays.copyOf(propensities, videos.size()));
    }

    private static JsonNode need(JsonNode tree, String key) {
        JsonNode value = tree.get(key);
        if (value == null) {
            throw new InputException("it has no \"" + key + "\"");
        }
        return value;
    }

    private static Id id(JsonNode value, String key) {
        return value.isTextual() ? Id.of(value.textValue()) : Id.of(whole(value, key));
    }

    private static long whole(JsonNode value, String key) {
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
            throw new InputException("\"" + key + "\" must be an id but is " + StrictTree.shown(value));
        }
        return value.longValue();
    }

    private static String text(JsonNode value, String key) {
        if (!value.isTextual()) {
            throw new InputException("\"" + key + "\" must be a text but is " + StrictTree.shown(value));
        }
        return value.textValue();
    }
}
