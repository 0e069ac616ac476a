package dev.linger.pipeline.recommend;

import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.data.Printable;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.pipeline.config.RecordWriter;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.answer.Explainer;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.serving.json.AnswerJson;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A model that is asked. */
public final class Recommendations {
    private static final String NO_PLAYS =
            "The model of a run does not hold the plays that brought a video in; one that linger fit made does.\n";

    private final Path folder;
    private final Recommender recommender;

    private Recommendations(Path folder, Recommender recommender) {
        this.folder = folder;
        this.recommender = recommender;
    }

    /**
     * Opens a model.
     *
     * @param at when lists are asked for: an instant, or a local date or date with time; empty for the instant before which it
     *     was fitted
     * @throws InputException where it is no model, or one of plays after the instant
     */
    public static Recommendations open(Path folder, Optional<String> at) {
        return new Recommendations(
                folder,
                at.map(text -> Recommender.load(folder, zone -> instant(text, zone)))
                        .orElseGet(() -> Recommender.load(folder)));
    }

    private static long instant(String text, ZoneId zone) {
        List<Function<String, Instant>> forms = List.of(
                given -> OffsetDateTime.parse(given).toInstant(),
                given -> LocalDateTime.parse(given).atZone(zone).toInstant(),
                given -> LocalDate.parse(given).atStartOfDay(zone).toInstant());
        DateTimeException last = new DateTimeException("no form");
        for (Function<String, Instant> form : forms) {
            try {
                return form.apply(text).toEpochMilli();
            } catch (DateTimeException other) {
                last = other;
            }
        }
        throw new InputException(
                "--at " + text + " is no time; give it like 2022-05-05T21:06:22+08:00, or, of " + zone
                        + ", like 2022-05-05T21:06:22 or 2022-05-05",
                last);
    }

    /**
     * The list of one user, to print.
     *
     * @param user the id as it is written
     * @param json as JSON, else as text
     * @param why with reasons
     * @throws InputException where the model's ids are not of this kind
     */
    public String of(String user, int count, boolean json, boolean why) {
        Id userId = recommender.tables().users().parse(user);
        Optional<Explainer> explainer =
                why ? Optional.of(new Explainer(recommender, recommender.readHistory(folder))) : Optional.empty();
        UserAnswer answer = UserAnswer.of(recommender, explainer, userId, count);
        String at = Instant.ofEpochMilli(recommender.requestMillis())
                .atZone(recommender.tables().zone())
                .toOffsetDateTime()
                .toString();
        return json
                ? Printable.text(RecordWriter.text(AnswerJson.of(answer, at))) // its escapes are those of JSON
                : String.join("\n", AnswerText.lines(answer, at)) + "\n"
                        + explainer
                                .filter(of -> !of.knowsPlays())
                                .map(none -> NO_PLAYS)
                                .orElse("");
    }

    /**
     * Writes the lists of all users.
     *
     * @return how many they are
     * @throws InputException where the file cannot be written, or is there already
     */
    public int all(Path file, int count, int threads, Progress progress) {
        ListFile to = ListFile.of(file);
        try (Workers workers = new Workers(threads)) {
            return to.write(recommender, count, workers, progress);
        }
    }
}
