package dev.linger.serving.http;

import java.util.Locale;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The errors that Jetty finds by itself, such as a request line that is none, in the form of all others. */
final class JettyErrors extends ErrorHandler {
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        ReplyWriter.write(reply(status, message), response, callback);
    }

    /** What an exception says is for the log; the reason of a mistake of the client's is for the client. */
    private static Reply reply(int status, @Nullable String reason) {
        String meaning = HttpStatus.getMessage(status);
        boolean isMistake = status < 500 && reason != null && !reason.equals(meaning);
        return Reply.error(
                status,
                meaning.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_"),
                isMistake ? meaning + ": " + reason : meaning);
    }
}
