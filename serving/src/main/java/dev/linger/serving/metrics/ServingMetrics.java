package dev.linger.serving.metrics;

import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.live.StageTimes;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** What a server measures of itself, in the text format of Prometheus. Times are in seconds. */
public final class ServingMetrics {
    /** The type of the text. */
    public static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double[] SECONDS = {
        .0005, .001, .0015, .002, .0025, .003, .004, .005, .0075, .01, .015, .02, .03, .05, .1, .25, .5, 1, 2.5, 5, 10
    };
    private static final double[] SHARES = {.1, .2, .3, .4, .5, .6, .7, .8, .9, 1};
    private static final long WINDOW_SECONDS = 600;
    private static final double NANOS = 1e-9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    private final Counter requests =
            counter("linger_http_requests", "Requests, by route and status.", "route", "status");
    private final Histogram requestSeconds =
            seconds("linger_http_request_seconds", "From the last header to the reply.", "route");
    private final Histogram stageSeconds = seconds(
            "linger_stage_seconds",
            "Parts of a request: queue is waiting for a thread; answer the model, and in it retrieve (sources, merged),"
                    + " features (rows), rank (rankers, order), reasons (why=true) and new_videos"
                    + " (their places); json the text; store until a play is durable.",
            "stage",
            "model");
    private final Counter answers = counter("linger_answers", "Lists served.", "model", "variant");
    private final Counter fallbacks =
            counter("linger_answers_fallback", "Lists served of which no source knew the user.", "model");
    private final Counter degraded =
            counter("linger_answers_degraded", "Lists served in the order of retrieval, for want of time.", "model");
    private final Counter shed = counter("linger_shed", "Requests refused because too many waited.");
    private final Counter plays = counter("linger_plays", "Plays received, by what became of them.", "result");
    private final Counter observed = counter(
            "linger_plays_observed",
            "Plays given to a model: counted, late (its day is over for the features), new_user, new_video (the model does not have it).",
            "model",
            "result");
    private final Summary scores = Summary.builder()
            .name("linger_first_score")
            .help("Score of the first video of the lists of the last ten minutes.")
            .labelNames("model")
            .quantile(.1, .01)
            .quantile(.5, .01)
            .quantile(.9, .01)
            .maxAgeSeconds(WINDOW_SECONDS)
            .register(registry);
    private final Gauge warmUpScores = gauge(
            "linger_first_score_at_warm_up",
            "The same of sampled users when the model was loaded.",
            "model",
            "quantile");
    private final Gauge warmUpMean = gauge("linger_first_score_at_warm_up_mean", "The mean of these.", "model");
    private final Histogram shadowOverlap = Histogram.builder()
            .name("linger_shadow_overlap_ratio")
            .help("Share of a served list that the shadow's list has too.")
            .labelNames("model")
            .classicOnly()
            .classicUpperBounds(SHARES)
            .register(registry);
    private final Counter shadowLeftOut = counter("linger_shadow_left_out", "Lists that the shadow had no time for.");

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    private Gauge gauge(String name, String help, String... labels) {
        return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    private Histogram seconds(String name, String help, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .register(registry);
    }

    /** A value that is asked for when the text is. */
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(to -> to.call(value.getAsDouble()))
                .register(registry);
    }

    /** The same of one that only grows. */
    public void counter(String name, String help, DoubleSupplier value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(to -> to.call(value.getAsDouble()))
                .register(registry);
    }

    /** A request has its reply. */
    public void request(String route, int status, long nanos) {
        requests.labelValues(route, Integer.toString(status)).inc();
        requestSeconds.labelValues(route).observe(nanos * NANOS);
        if (status == 429) {
            shed.inc();
        }
    }

    /** A part of a request took so long; {@code ofModel} is empty where none took part. */
    public void stage(String stage, String ofModel, long nanos) {
        stageSeconds.labelValues(stage, ofModel).observe(nanos * NANOS);
    }

    /** Is told of the parts of a model's answers. */
    public StageTimes stages(String ofModel) {
        return (stage, nanos) -> stage(stage.name().toLowerCase(Locale.ROOT), ofModel, nanos);
    }

    /** A list was served. */
    public void served(String byModel, String variant, boolean isDegraded, UserAnswer answer) {
        answers.labelValues(byModel, variant).inc();
        if (answer.fallback()) {
            fallbacks.labelValues(byModel).inc();
        }
        if (isDegraded) {
            degraded.labelValues(byModel).inc();
            return;
        }
        answer.videos().stream()
                .mapToDouble(UserAnswer.Listed::score)
                .limit(1)
                .filter(Double::isFinite)
                .forEach(scores.labelValues(byModel)::observe);
    }

    /** A play was received. */
    public void play(String result) {
        plays.labelValues(result).inc();
    }

    /** A model was given a play. */
    public void observed(String byModel, String result) {
        observed.labelValues(byModel, result).inc();
    }

    /** What the mean of the scores of sampled users was when a model was loaded. */
    public void warmUp(String ofModel, double mean) {
        warmUpMean.labelValues(ofModel).set(mean);
    }

    /** The same of a quantile. */
    public void warmUp(String ofModel, double share, double value) {
        warmUpScores.labelValues(ofModel, Double.toString(share)).set(value);
    }

    /** A shadow has made a list for a user who was served another. */
    public void shadow(String byModel, double overlap) {
        shadowOverlap.labelValues(byModel).observe(overlap);
    }

    /** A shadow had no time for a list. */
    public void shadowLeftOut() {
        shadowLeftOut.inc();
    }

    /**
     * Which models are loaded.
     *
     * @param bySlot name of the model in each slot, asked for when the text is
     */
    public void models(Supplier<Map<String, String>> bySlot) {
        GaugeWithCallback.builder()
                .name("linger_model_info")
                .help("1 for each model that is loaded.")
                .labelNames("model", "slot")
                .callback(to -> bySlot.get().forEach((slot, name) -> to.call(1, name, slot)))
                .register(registry);
    }

    /**
     * How far the columns of what models rank have moved.
     *
     * @param byModel the windows of the models that are asked, by their names, asked for when the text is
     */
    public void movedColumns(Supplier<Map<String, FeatureWindow>> byModel) {
        registry.register(new MovedColumns(byModel));
    }

    /** Everything as text. */
    public String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(bytes, registry.scrape());
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
