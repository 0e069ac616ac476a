package dev.linger.serving.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.recommender.answer.Reasons;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.retrieval.Funnel;

/** An answer as JSON, the same of the command line and of a server; what has no finite value is null. */
public final class AnswerJson {
    private AnswerJson() {}

    /**
     * The tree of an answer.
     *
     * @param at the instant at which it was asked for, as text
     */
    public static ObjectNode of(UserAnswer answer, String at) {
        ObjectNode tree = object();
        IdJson.put(tree, "user", answer.userId());
        tree.put("at", at);
        tree.put("known", answer.known());
        tree.put("fallback", answer.fallback());
        tree.put("candidates", answer.candidates());
        answer.funnel().ifPresent(funnel -> tree.set("funnel", funnel(funnel)));
        ArrayNode videos = tree.putArray("videos");
        answer.videos().forEach(video -> videos.add(video(video)));
        return tree;
    }

    private static ObjectNode funnel(Funnel of) {
        ObjectNode tree = object();
        tree.put("videos", of.videos());
        ArrayNode steps = tree.putArray("leftOut");
        of.leftOut().forEach(step -> steps.addObject().put("by", step.by()).put("videos", step.videos()));
        tree.put("left", of.left());
        return tree;
    }

    private static ObjectNode video(UserAnswer.Listed video) {
        ObjectNode tree = object();
        tree.put("rank", video.rank());
        IdJson.put(tree, "video", video.videoId());
        putTitle(tree, video.title());
        if (video.durationMillis() > 0) {
            tree.put("durationMillis", Math.round(video.durationMillis()));
        }
        put(tree, "score", video.score());
        video.propensity().ifPresent(of -> tree.put("propensity", of));
        if (video.rankBefore() > 0) {
            tree.put("rankBefore", video.rankBefore());
        }
        ArrayNode sources = tree.putArray("foundBy");
        for (UserAnswer.FoundBy found : video.foundBy()) {
            ObjectNode source = sources.addObject();
            source.put("source", found.source());
            source.put("rank", found.rank());
            put(source, "score", found.score());
        }
        ArrayNode rankers = tree.putArray("rankers");
        for (UserAnswer.RankerScore score : video.scores()) {
            ObjectNode ranker = rankers.addObject();
            ranker.put("ranker", score.ranker());
            put(ranker, "score", score.score());
        }
        video.reasons().ifPresent(reasons -> tree.set("why", why(reasons)));
        return tree;
    }

    private static ObjectNode why(Reasons reasons) {
        ObjectNode tree = object();
        ArrayNode sources = tree.putArray("plays");
        for (Reasons.OfSource of : reasons.plays()) {
            ObjectNode source = sources.addObject();
            source.put("source", of.source());
            put(source, "score", of.score());
            ArrayNode videos = source.putArray("videos");
            for (Reasons.Past past : of.videos()) {
                ObjectNode video = videos.addObject();
                IdJson.put(video, "video", past.videoId());
                putTitle(video, past.title());
                put(video, "watchRatio", past.ratio());
                video.put("date", past.date());
                put(video, "adds", past.adds());
            }
            put(source, "others", of.others());
            put(source, "rest", of.rest());
        }
        ArrayNode terms = tree.putArray("blend");
        for (Reasons.Term of : reasons.terms()) {
            ObjectNode term = terms.addObject();
            term.put("part", of.part());
            put(term, "weight", of.weight());
            put(term, "score", of.score());
            put(term, "standing", of.standing());
            put(term, "adds", of.adds());
        }
        ArrayNode rankers = tree.putArray("columns");
        for (Reasons.OfRanker of : reasons.columns()) {
            ObjectNode ranker = rankers.addObject();
            ranker.put("ranker", of.ranker());
            put(ranker, "base", of.base());
            ArrayNode columns = ranker.putArray("columns");
            of.columns().forEach(column -> columns.add(column(column)));
            put(ranker, "others", of.others());
        }
        return tree;
    }

    private static ObjectNode column(Reasons.Column of) {
        ObjectNode column = object();
        column.put("column", of.name());
        put(column, "value", of.value());
        column.put("unit", of.unit());
        if (Double.isNaN(of.value())) {
            column.put("missing", of.missing());
        }
        put(column, "adds", of.adds());
        return column;
    }

    /** As it stands in the data: whoever shows it says how. */
    private static void putTitle(ObjectNode tree, String title) {
        if (!title.isEmpty()) {
            tree.put("title", title);
        }
    }

    private static void put(ObjectNode tree, String key, double value) {
        if (Double.isFinite(value)) {
            tree.put(key, value);
        } else {
            tree.putNull(key);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
