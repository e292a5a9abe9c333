package org.courant.publish;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.courant.publish.edition.SectionOrder;
import org.courant.publish.finish.RankingWeights;
import org.courant.publish.web.WebSettings;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.service.streams.StreamsSettings;
import org.courant.testkit.HaltAtAck;

/**
 * The service in a JVM of its own: bootstrap servers, registry, prefix, partitions, state directory; then, where it is
 * to halt within a transaction, the topic and the number of the record in it after which it does.
 */
public final class PublishMain {
    private PublishMain() {}

    public static void main(String[] args) throws InterruptedException {
        Topics topics = new Topics(args[2], Integer.parseInt(args[3]));
        Map<String, String> kafka =
                new HashMap<>(args.length > 5 ? HaltAtAck.settings(args[5], Integer.parseInt(args[6])) : Map.of());
        kafka.put("bootstrap.servers", args[0]);
        Connection connection = new Connection(kafka, Map.of("schema.registry.url", args[1]), topics, (short) 1);
        PublishSettings settings = new PublishSettings(
                "127.0.0.1",
                0,
                Duration.ofMillis(200),
                new SectionOrder(List.of("training-methods")),
                RankingWeights.DEFAULT,
                new StreamsSettings(topics.prefix() + "publish", Path.of(args[4]), 1, Duration.ofMillis(100), 16),
                WebSettings.UNLIMITED);
        PublishService service = new PublishService(
                connection, settings, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), InstantSource.system());
        service.start();
        new CountDownLatch(1).await();
    }
}
