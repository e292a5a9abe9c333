package org.courant.enrich;

import java.nio.file.Path;
import java.time.Duration;
import org.courant.enrich.world.RealCluster;
import org.courant.schemas.topic.Topics;
import org.courant.testkit.HaltAtAck;

/** An instance in a JVM of its own that halts within a transaction. */
final class EnrichMain {
    private EnrichMain() {}

    /**
     * Arguments: bootstrap servers, URL of the registry, prefix and partitions of the topics, directory of state, the
     * topic and the number of the record in it after which the JVM halts.
     */
    public static void main(String[] arguments) throws InterruptedException {
        RealCluster cluster =
                new RealCluster(arguments[0], arguments[1], new Topics(arguments[2], Integer.parseInt(arguments[3])));
        try (EnrichService service = cluster.instance(
                Path.of(arguments[4]),
                Duration.ofMillis(100),
                HaltAtAck.settings(arguments[5], Integer.parseInt(arguments[6])))) {
            service.start();
            Thread.currentThread().join();
        }
    }
}
