package dev.linger.recommender.answer;

import dev.linger.data.Id;
import java.util.List;

/**
 * Why a video is in a list.
 *
 * @param plays for each source that found it and can tell, the plays that its score comes from
 * @param terms what each part of the blend adds to its score, none where one ranker ranks alone; they add up to the score
 * @param columns for each ranker that the list depends on and that can tell, the columns that moved its score most
 */
public record Reasons(List<OfSource> plays, List<Term> terms, List<OfRanker> columns) {
    /**
     * The score of a source as a sum over the user's past.
     *
     * @param videos those that added most
     * @param others what the other videos of the past added together
     * @param rest what is left of the score: it came from elsewhere
     */
    public record OfSource(String source, double score, List<Past> videos, double others, double rest) {}

    /**
     * A video that the user has played.
     *
     * @param title what people call it, "" where the data has no title
     * @param ratio of the last play, how much of it was watched
     * @param date of the last play, local
     * @param adds to the score
     */
    public record Past(Id videoId, String title, double ratio, String date, double adds) {}

    /**
     * A part of the blend.
     *
     * @param score that it gives the video
     * @param standing the score in standard deviations from the mean of the candidates
     * @param adds weight times standing
     */
    public record Term(String part, double weight, double score, double standing, double adds) {}

    /**
     * A ranker's score as a sum over columns.
     *
     * @param base the score of a row of which nothing is known
     * @param columns those that moved it most
     * @param others what all other columns add
     */
    public record OfRanker(String ranker, double base, List<Column> columns, double others) {}

    /**
     * A column.
     *
     * @param value its cell, NaN where missing
     * @param missing what a missing cell means
     * @param adds to the score
     */
    public record Column(String name, double value, String unit, String missing, double adds) {}
}
