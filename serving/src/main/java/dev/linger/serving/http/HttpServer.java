package dev.linger.serving.http;

import dev.linger.data.InputException;
import java.io.IOException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Routes behind a socket. */
public final class HttpServer implements AutoCloseable {
    /** An id in a path may hold a slash, a backslash or a percent sign, encoded; no path here is that of a file. */
    private static final UriCompliance.Violation[] IN_IDS = {
        UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
        UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
        UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS
    };

    private static final int THREADS = 16;
    private static final long DRAIN_MILLIS = 5_000;
    private static final long IDLE_AT_END_MILLIS = 100;

    private final Server server;
    private final ServerConnector connector;

    private HttpServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Listens.
     *
     * @param port 0 for any that is free
     * @throws InputException where the address cannot be had
     */
    public static HttpServer start(String host, int port, Routes routes, ApiKeys keys, RequestLog log) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("http");
        Server server = new Server(threads);
        HttpConfiguration config = new HttpConfiguration();
        config.setSendServerVersion(false);
        config.setUriCompliance(UriCompliance.DEFAULT.with("ids", IN_IDS));
        config.setRequestHeaderSize(Limits.HEAD_BYTES);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(config));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(Limits.IDLE_MILLIS);
        connector.setShutdownIdleTimeout(IDLE_AT_END_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(Limits.CONNECTIONS, server));
        server.setErrorHandler(new JettyErrors());
        server.setHandler(new GracefulHandler(
                new MinimumDataRateHandler(new ApiHandler(routes, keys, log), Limits.BODY_BYTES_PER_SECOND, 0)));
        server.setStopTimeout(DRAIN_MILLIS);
        HttpServer started = new HttpServer(server, connector);
        try {
            server.start();
            return started;
        } catch (IOException taken) {
            started.close();
            throw new InputException(
                    "cannot listen on " + host + ":" + port + " (" + taken.getMessage() + "); choose another --port",
                    taken);
        } catch (Exception failure) {
            started.close();
            throw new IllegalStateException("the server does not start", failure);
        }
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Takes no more requests, and ends when those it has are answered. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the server does not stop", failure);
        }
    }
}
