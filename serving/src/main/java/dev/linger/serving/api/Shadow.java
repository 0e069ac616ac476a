package dev.linger.serving.api;

import dev.linger.data.Id;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.live.LiveRequest;
import dev.linger.serving.impressions.Impression;
import dev.linger.serving.metrics.ServingMetrics;
import dev.linger.serving.models.SecondModel;
import dev.linger.serving.models.ServedModel;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Asks a shadow what the serving model was asked, beside the answer to the user; what it has no time for is left out. */
final class Shadow implements AutoCloseable {
    private static final int ROOM = 256;

    private final ServingMetrics metrics;
    private final Consumer<Throwable> failed;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(ROOM), work -> new Thread(work, "shadow"));

    Shadow(ServingMetrics metrics, Consumer<Throwable> failed) {
        this.metrics = metrics;
        this.failed = failed;
        thread.allowCoreThreadTimeOut(true);
    }

    /** Takes note of what was served, where there is a shadow. */
    void offer(Backend ready, LiveRequest request, Impression served) {
        ready.models().beside().filter(SecondModel::isShadow).ifPresent(beside -> {
            try {
                thread.execute(() -> ask(ready, beside.model(), request, served));
            } catch (RejectedExecutionException full) {
                metrics.shadowLeftOut();
            }
        });
    }

    private void ask(Backend ready, ServedModel model, LiveRequest request, Impression served) {
        try {
            long began = System.nanoTime();
            UserAnswer answer = model.answer(
                    new LiveRequest(
                            request.userId(),
                            Math.max(request.atMillis(), model.asOfMillis()),
                            request.count(),
                            request.exclude(),
                            request.blocks(),
                            false,
                            ready.newVideos(model)),
                    metrics.stages(model.name()));
            metrics.stage("answer", model.name(), System.nanoTime() - began);
            metrics.shadow(model.name(), overlap(served.answer(), answer));
            ready.impressions()
                    .add(new Impression(
                            served.atMillis(),
                            served.request(),
                            model.name(),
                            "shadow",
                            1,
                            false,
                            false,
                            request.exclude(),
                            request.blocks(),
                            answer));
        } catch (RuntimeException | Error failure) {
            failed.accept(failure);
        }
    }

    private static double overlap(UserAnswer served, UserAnswer other) {
        Set<Id> videos = new HashSet<>();
        served.videos().forEach(video -> videos.add(video.videoId()));
        long both = other.videos().stream()
                .filter(video -> videos.contains(video.videoId()))
                .count();
        return videos.isEmpty() ? 1 : (double) both / videos.size();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
