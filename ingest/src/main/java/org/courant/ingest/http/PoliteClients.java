package org.courant.ingest.http;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.courant.schemas.Source;

/** Makes the client that a source may use. One instance serves a process; threads may share it. */
public final class PoliteClients implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_HEADERS = 200;
    private static final int MAX_CONNECTIONS = 64;

    private final HttpSettings settings;
    private final InstantSource clock;
    private final HostGate gate;
    private final ExecutorService threads;
    private final CloseableHttpClient publicOnly;
    private final CloseableHttpClient anywhere;

    public PoliteClients(HttpSettings settings, InstantSource clock) {
        this(settings, clock, new HostGate(settings.pace(), clock, HostGate.Pause.SLEEP), InetAddress::getAllByName);
    }

    PoliteClients(HttpSettings settings, InstantSource clock, HostGate gate, CheckedNames.Resolver names) {
        this.settings = settings;
        this.clock = clock;
        this.gate = gate;
        this.threads = Executors.newCachedThreadPool(PoliteClients::daemon);
        this.publicOnly = client(settings, new CheckedNames(names));
        this.anywhere = client(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    /** The client for a source: with its group's pace, and with private addresses only where the source allows them. */
    public PoliteHttp forSource(Source source) {
        boolean allowPrivate = source.getAllowPrivateAddresses();
        UrlRules rules = new UrlRules(allowPrivate ? Set.of() : UrlRules.WEB_PORTS);
        return http(source.getPolitenessGroup(), rules, exchange(allowPrivate));
    }

    PoliteHttp http(String group, UrlRules rules, Exchange exchange) {
        return new PacedHttp(group, gate, rules, exchange, settings.limits(), clock);
    }

    Exchange exchange(boolean allowPrivate) {
        return new ApacheExchange(allowPrivate ? anywhere : publicOnly, threads, settings.limits());
    }

    /** Tells of a request that another process made to a group, so that its pace is kept when it changes hands. */
    public void remember(String group, Instant requestedAt) {
        gate.remember(group, requestedAt);
    }

    /** Abandons what is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        publicOnly.close(CloseMode.IMMEDIATE);
        anywhere.close(CloseMode.IMMEDIATE);
    }

    private static CloseableHttpClient client(HttpSettings settings, DnsResolver names) {
        return HttpClientBuilder.create()
                .setUserAgent(settings.userAgent())
                .setConnectionManager(connections(settings.limits(), names))
                .setDefaultRequestConfig(request(settings.limits()))
                // A connection kept for the next poll is closed by then more often than not.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(HttpLimits limits, DnsResolver names) {
        Http1Config headers = Http1Config.custom()
                .setMaxLineLength(MAX_HEADER_BYTES)
                .setMaxHeaderCount(MAX_HEADERS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(headers)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connect()))
                        .setSocketTimeout(timeout(limits.read()))
                        .build())
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .build();
    }

    private static RequestConfig request(HttpLimits limits) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(limits.total()))
                .setResponseTimeout(timeout(limits.read()))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "courant-http");
        thread.setDaemon(true);
        return thread;
    }
}
