package org.courant.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.courant.ingest.http.Pace;
import org.courant.ingest.worker.Connectors;
import org.courant.schemas.topic.Topics;

/**
 * An ingest process for tests. Arguments: bootstrap servers, registry, topic prefix, partitions, group, then
 * {@code name=value} settings of the Kafka clients. Prints READY once it works.
 */
final class IngestMain {
    private IngestMain() {}

    public static void main(String[] args) throws InterruptedException {
        run(IngestCluster.LINES, args);
    }

    static void run(Connectors connectors, String... args) throws InterruptedException {
        Topics topics = new Topics(args[2], Integer.parseInt(args[3]));
        Map<String, String> kafka = new HashMap<>();
        for (String setting : List.of(args).subList(5, args.length)) {
            int equals = setting.indexOf('=');
            kafka.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        IngestService service = new IngestCluster(
                        args[0], args[1], topics, args[4], new Pace(Duration.ofMillis(1), Map.of()))
                .service(connectors, InstantSource.system(), kafka);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        service.start();
        while (!service.health().ready()) {
            Thread.sleep(20);
        }
        System.out.println("READY");
        Thread.currentThread().join();
    }
}
