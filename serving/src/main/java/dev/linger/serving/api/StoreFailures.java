package dev.linger.serving.api;

import dev.linger.serving.http.ApiException;
import dev.linger.serving.store.StoreBusyException;
import dev.linger.serving.store.StoreFailedException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** What clients are told where a store keeps nothing; the reason goes to the server's log, once until it keeps again. */
final class StoreFailures {
    private final Consumer<Throwable> failed;
    private final AtomicBoolean isFailing = new AtomicBoolean();

    StoreFailures(Consumer<Throwable> failed) {
        this.failed = failed;
    }

    /** Something was kept. */
    void none() {
        isFailing.set(false);
    }

    /** What to throw in the place of a failure. */
    RuntimeException told(Throwable thrown) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof StoreBusyException) {
            return ApiException.tooBusy();
        }
        if (!(failure instanceof StoreFailedException)) {
            return new CompletionException(failure);
        }
        if (!isFailing.getAndSet(true)) {
            failed.accept(failure);
        }
        return new ApiException(
                503, "not_stored", "nothing can be kept at the moment; send it again", Map.of("Retry-After", "5"));
    }
}
