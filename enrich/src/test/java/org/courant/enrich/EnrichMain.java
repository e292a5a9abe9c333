package org.courant.enrich;

import java.nio.file.Path;
import java.time.Duration;
import org.courant.enrich.world.RealCluster;
import org.courant.schemas.topic.Topics;

/** An instance in a JVM of its own, for tests that kill it. */
final class EnrichMain {
    /** So that a kill finds a transaction open. */
    private static final Duration LONG_COMMITS = Duration.ofSeconds(3);

    private EnrichMain() {}

    /** Arguments: bootstrap servers, URL of the registry, prefix and partitions of the topics, directory of state. */
    public static void main(String[] arguments) throws InterruptedException {
        RealCluster cluster =
                new RealCluster(arguments[0], arguments[1], new Topics(arguments[2], Integer.parseInt(arguments[3])));
        try (EnrichService service = cluster.instance(Path.of(arguments[4]), LONG_COMMITS)) {
            service.start();
            System.out.println("STARTED");
            Thread.currentThread().join();
        }
    }
}
