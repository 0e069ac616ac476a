package dev.linger.pipeline.malformed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.linger.pipeline.cli.Linger;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.malformed.Tally.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Shows the configuration of a damaged file, and judges what is shown. */
final class ConfigTrial {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private final Path file;
    private final String sound;

    /** @param folder an empty one */
    ConfigTrial(Path folder) throws IOException {
        file = folder.resolve("variant.json");
        sound = shown("show");
    }

    /** Every key with its default, as a file. */
    String sound() {
        return sound;
    }

    /** The outcome of a file of these bytes. */
    Outcome of(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int code = execute(out, errors, "config", "show", "--config", file.toString());
        if (code == 2 && out.toString().isEmpty()) {
            Messages.check(errors.toString(), List.of(file.getFileName().toString()));
            return Outcome.REFUSED;
        }
        if (code != 0 || !errors.toString().isEmpty()) {
            throw new Fault("exit code " + code + ": " + errors);
        }
        JsonNode said = read(bytes);
        JsonNode shown = JSON.readTree(out.toString());
        String difference = difference("", said, shown);
        if (difference != null) {
            throw new Fault(difference);
        }
        return out.toString().equals(sound) ? Outcome.EQUAL : Outcome.AS_WRITTEN;
    }

    private static JsonNode read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new Fault("accepted, yet it is not UTF-8");
        }
        try {
            return JSON.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (JsonProcessingException malformed) {
            throw new Fault("accepted, yet it is no JSON: " + malformed.getOriginalMessage());
        }
    }

    /** The first value of the file that is shown otherwise; null where there is none. */
    private static String difference(String path, JsonNode said, JsonNode shown) {
        if (said.isObject()) {
            for (var key : said.properties()) {
                String below = path + "/" + key.getKey();
                if (below.equals("/extends")) {
                    continue;
                }
                boolean isOnlySetting =
                        key.getKey().equals("settings") && key.getValue().size() == 1;
                if (!shown.isObject() || !(shown.has(key.getKey()) || isOnlySetting)) {
                    return below + " is not shown";
                }
                // The one setting of a source is shown as the source's own keys.
                String difference = shown.has(key.getKey())
                        ? difference(below, key.getValue(), shown.get(key.getKey()))
                        : difference(below + "/0", key.getValue().get(0), shown);
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        if (said.isArray() && shown.isArray() && said.size() == shown.size()) {
            for (int at = 0; at < said.size(); at++) {
                String difference = difference(path + "/" + at, said.get(at), shown.get(at));
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        boolean named =
                said.isTextual() && shown.isObject() && shown.path("type").equals(said);
        boolean equal = (said.isNumber() && shown.isNumber()) ? sameNumber(said, shown) : said.equals(shown);
        return equal || named ? null : path + " is " + said + " in the file but shown as " + shown;
    }

    /** The number, or, where the key takes a double, the one nearest to it. */
    private static boolean sameNumber(JsonNode said, JsonNode shown) {
        boolean isDouble = !shown.toString().matches("-?[0-9]+");
        return said.decimalValue().compareTo(shown.decimalValue()) == 0
                || (isDouble && said.doubleValue() == shown.doubleValue());
    }

    private static String shown(String command) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        if (execute(out, errors, "config", command) != 0) {
            throw new IllegalStateException(errors.toString());
        }
        return out.toString();
    }

    static int execute(StringWriter out, StringWriter errors, String... arguments) {
        return Linger.commandLine(Experiment::run)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }
}
