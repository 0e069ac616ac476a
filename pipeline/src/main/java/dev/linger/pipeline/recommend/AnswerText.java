package dev.linger.pipeline.recommend;

import dev.linger.data.Printable;
import dev.linger.pipeline.run.Screen;
import dev.linger.pipeline.run.TextColumns;
import dev.linger.recommender.answer.Reasons;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.retrieval.Funnel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An answer as lines to read. */
final class AnswerText {
    /** Sources that are named, those with the best ranks. */
    private static final int MOST_SOURCES = 4;

    private static final int VIDEO_WIDTH = 12;
    private static final String INDENT = "       ";
    private static final int LONGEST_PAST_TITLE = 24;

    private AnswerText() {}

    static List<String> lines(UserAnswer answer, String at) {
        List<String> lines = new ArrayList<>();
        lines.add("user " + Printable.line(answer.userId().toString()) + ": "
                + answer.videos().size()
                + (answer.videos().size() == 1 ? " video" : " videos")
                + (answer.known() ? " of " + answer.candidates() + " candidates" : "") + ", as of " + at);
        if (!answer.known()) {
            lines.add("the model does not know this user: the list is the fallback's");
        } else if (answer.fallback()) {
            lines.add("no source knows a play of this user: the candidates are the fallback's");
        }
        answer.funnel().ifPresent(funnel -> lines.add(funnel(funnel)));
        lines.add("");
        int width = answer.videos().stream()
                .mapToInt(video -> TextColumns.of(id(video)))
                .reduce(VIDEO_WIDTH, Math::max);
        lines.add(String.format(
                Locale.ROOT, "%4s %" + width + "s %9s %7s  %s", "rank", "video", "score", "before", "found by"));
        for (UserAnswer.Listed video : answer.videos()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%4d %s %9s %7s  %s",
                    video.rank(),
                    " ".repeat(width - TextColumns.of(id(video))) + id(video),
                    number(video.score()),
                    video.rankBefore() == 0 ? "" : Integer.toString(video.rankBefore()),
                    video.foundBy().stream()
                            .sorted(Comparator.comparingInt(UserAnswer.FoundBy::rank))
                            .limit(MOST_SOURCES)
                            .map(found -> found.source() + " " + found.rank())
                            .collect(Collectors.joining(", "))));
            if (!video.title().isEmpty()) {
                lines.add(INDENT + ShownTitle.of(video.title(), Screen.WIDTH - INDENT.length()));
            }
            video.reasons().ifPresent(reasons -> lines.addAll(why(reasons)));
        }
        return lines;
    }

    private static String funnel(Funnel of) {
        return "of " + of.videos() + " videos "
                + of.leftOut().stream()
                        .map(step -> step.by() + " " + step.videos())
                        .collect(Collectors.joining(", "))
                + "; left " + of.left();
    }

    private static String id(UserAnswer.Listed video) {
        return Printable.line(video.videoId().toString());
    }

    private static List<String> why(Reasons reasons) {
        List<String> lines = new ArrayList<>();
        for (Reasons.OfSource source : reasons.plays()) {
            lines.add(INDENT + source.source() + " " + number(source.score()) + " from plays of "
                    + source.videos().stream().map(AnswerText::past).collect(Collectors.joining(", ")) + "; others "
                    + signed(source.others())
                    + (Math.abs(source.rest()) < 5e-4 ? "" : ", not from plays " + signed(source.rest())));
        }
        if (!reasons.terms().isEmpty()) {
            lines.add(INDENT + "blend: "
                    + reasons.terms().stream()
                            .map(term -> term.part() + " " + signed(term.adds()))
                            .collect(Collectors.joining(", ")));
        }
        for (Reasons.OfRanker ranker : reasons.columns()) {
            lines.add(INDENT + ranker.ranker() + " from " + number(ranker.base()) + ": "
                    + ranker.columns().stream().map(AnswerText::column).collect(Collectors.joining(", ")) + "; others "
                    + signed(ranker.others()));
        }
        return lines;
    }

    private static String past(Reasons.Past past) {
        String title = past.title().isEmpty() ? "" : " \"" + ShownTitle.of(past.title(), LONGEST_PAST_TITLE) + "\"";
        return Printable.line(past.videoId().toString()) + title + " " + signed(past.adds())
                + (past.date().isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, " (watched %.0f %% on %s)", 100 * past.ratio(), past.date()));
    }

    private static String column(Reasons.Column column) {
        String unit = column.unit().equals("1") || column.unit().equals("code") ? "" : " " + column.unit();
        String value = Double.isNaN(column.value()) ? "missing: " + column.missing() : cell(column.value()) + unit;
        return column.name() + " (" + value + ") " + signed(column.adds());
    }

    /** Codes and counts without digits behind the point. */
    private static String cell(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : number(value);
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }
}
