package org.courant.ingest.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.cookie.CookieStore;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * One request and its reply, on another thread: that is how a deadline holds for name resolution and for bodies that
 * come drop by drop, and how an interrupt ends what would not hear of it.
 */
final class ApacheExchange implements Exchange {
    private final CloseableHttpClient client;
    private final ExecutorService threads;
    private final BoundedBody body;
    private final Duration total;

    ApacheExchange(CloseableHttpClient client, ExecutorService threads, HttpLimits limits) {
        this.client = client;
        this.threads = threads;
        this.body = new BoundedBody(limits);
        this.total = limits.total();
    }

    @Override
    public Reply get(URI uri, Conditions conditions, Accept accept, CookieStore cookies)
            throws IOException, InterruptedException {
        HttpGet request = request(uri, conditions, accept);
        HttpClientContext context = HttpClientContext.create();
        context.setCookieStore(cookies);
        Future<Reply> reply =
                threads.submit(() -> client.execute(request, context, response -> read(response, request)));
        try {
            return reply.get(total.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw asIo(failed);
        } catch (TimeoutException late) {
            throw new IOException("it took longer than " + total.toSeconds() + " s", late);
        } finally {
            // Closes the connection if the request is still under way.
            request.cancel();
            reply.cancel(true);
        }
    }

    private Reply read(ClassicHttpResponse response, HttpGet request) throws IOException {
        try {
            return new Reply(response.getCode(), response, body.read(response.getEntity(), response));
        } catch (IOException unwanted) {
            // Ends the connection now: closing the response would first read it to its end.
            request.cancel();
            throw unwanted;
        }
    }

    private static HttpGet request(URI uri, Conditions conditions, Accept accept) {
        HttpGet request = new HttpGet(uri);
        request.setHeader(HttpHeaders.ACCEPT, accept.header());
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        conditions.etag().ifPresent(etag -> request.setHeader(HttpHeaders.IF_NONE_MATCH, etag));
        conditions.lastModified().ifPresent(date -> request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, date));
        return request;
    }

    private static IOException asIo(ExecutionException failed) {
        if (failed.getCause() instanceof IOException io) {
            return io;
        }
        throw new IllegalStateException("A request failed in an unexpected way", failed.getCause());
    }
}
