package dev.linger.serving.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.Workers;
import dev.linger.serving.http.ApiException;
import dev.linger.serving.http.Call;
import dev.linger.serving.http.Reply;
import dev.linger.serving.http.Route;
import dev.linger.serving.http.Route.Access;
import dev.linger.serving.http.Routes;
import dev.linger.serving.http.WorkQueue;
import dev.linger.serving.metrics.ServingMetrics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of a server. Until it is ready, health, metrics and the page answer, and nothing else. */
public final class Api implements AutoCloseable {
    private volatile @Nullable Backend backend;

    private final ServingMetrics metrics;
    private final Shadow shadow;
    private final AdminRoutes admin;
    private final PlaysRoute plays;
    private final Routes routes;

    /**
     * Routes that are not ready.
     *
     * @param queue where requests wait
     * @param degradeNanos one that has waited longer is not ranked
     * @param failed told what failed in the background, and where
     */
    public Api(WorkQueue queue, long degradeNanos, ServingMetrics metrics, BiConsumer<String, Throwable> failed) {
        this.metrics = metrics;
        this.shadow = new Shadow(metrics, failure -> failed.accept("shadow", failure));
        this.admin = new AdminRoutes(this::backend, metrics);
        StoreFailures failures = new StoreFailures(failure -> failed.accept("plays", failure));
        this.plays = new PlaysRoute(this::backend, metrics, failures);
        Reply page = Page.html();
        Reply openApi = Page.openApi();
        Route.Action lists = new RecommendationsRoute(this::backend, queue, degradeNanos, shadow, metrics);
        BlocksRoutes blocks = new BlocksRoutes(this::backend, queue, failures);
        this.routes = new Routes(List.of(
                get("/v1/users/{id}/recommendations", RecommendationsRoute.PARAMETERS, Access.KEY, lists),
                get(
                        "/v1/videos/{id}/similar",
                        SimilarRoute.PARAMETERS,
                        Access.KEY,
                        new SimilarRoute(this::backend, queue)),
                post("/v1/plays", Access.KEY, plays),
                post("/v1/videos", Access.KEY, new VideosRoute(this::backend, queue, failures)),
                post("/v1/blocks", Access.KEY, blocks::change),
                get("/v1/users/{id}/blocks", List.of(), Access.KEY, blocks::ofUser),
                post("/admin/model", Access.LOOPBACK, admin::model),
                post("/admin/rollback", Access.LOOPBACK, admin::rollBack),
                get("/healthz", List.of(), Access.OPEN, now(call -> Reply.json(object().put("alive", true)))),
                get("/readyz", List.of(), Access.OPEN, now(this::ready)),
                get("/metrics", List.of(), Access.KEY, now(call -> Reply.text(ServingMetrics.TYPE, metrics.text()))),
                get("/openapi.json", List.of(), Access.OPEN, now(call -> openApi)),
                get("/", List.of(), Access.OPEN, now(call -> page))));
    }

    private static Route get(String template, List<String> parameters, Access access, Route.Action action) {
        return new Route("GET", template, parameters, access, action);
    }

    private static Route post(String template, Access access, Route.Action action) {
        return new Route("POST", template, List.of(), access, action);
    }

    private static Route.Action now(Function<Call, Reply> answer) {
        return call -> CompletableFuture.completedFuture(answer.apply(call));
    }

    /** What can be asked. */
    public Routes routes() {
        return routes;
    }

    /** From now on lists and plays are answered: models are loaded, know all plays, and are warm. */
    public void ready(Backend with) {
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
            AdminRoutes.warmUp(with.models().current(), with.clock(), workers, metrics);
            with.models()
                    .beside()
                    .ifPresent(beside -> AdminRoutes.warmUp(beside.model(), with.clock(), workers, metrics));
        }
        metrics.models(with.models()::names);
        metrics.movedColumns(with.models()::windows);
        backend = with;
    }

    private Backend backend() {
        Backend ready = backend;
        if (ready == null) {
            throw new ApiException(
                    503, "starting", "the model is being loaded; see /readyz", Map.of("Retry-After", "2"));
        }
        return ready;
    }

    private Reply ready(Call call) {
        ObjectNode tree = AdminRoutes.slots(backend().models());
        tree.put("ready", true);
        tree.put("plays", backend().models().position());
        if (backend().store().problem().isPresent()) {
            tree.put("problem", "plays cannot be kept at the moment; the server's log says why");
        }
        return Reply.json(tree);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        admin.close();
        plays.close();
        shadow.close();
    }
}
