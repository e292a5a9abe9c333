package org.courant.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Controller and broker of one Kafka node. The broker starts when the controller no longer counts on the one of a
 * killed process.
 *
 * <p>{@link KafkaRaftServer} starts it at once. The broker then leads its partitions by the metadata of before the kill
 * until the controller fences that one, some seconds later. A transaction that was about to be committed loses its
 * markers if it is taken up at that moment, since its partitions have no leader, and stays open for ever.
 */
final class KafkaNode {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);

    /** A broker that was killed is fenced after its session, 4 s; a busy machine may be late. */
    private static final Duration LONGEST_FENCING = Duration.ofMinutes(2);

    /** The controller agrees at once; one that has met a full disk never does, and Kafka would wait five minutes. */
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(5);

    private final ControllerServer controller;
    private final BrokerServer broker;

    private KafkaNode(ControllerServer controller, BrokerServer broker) {
        this.controller = controller;
        this.broker = broker;
    }

    /** Reads the directories; nothing runs yet. */
    static KafkaNode of(Properties settings) {
        KafkaConfig config = KafkaConfig.fromProps(settings, false);
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> directories =
                KafkaRaftServer.initializeLogDirs(config, LOG, "");
        MetaPropertiesEnsemble ensemble = directories._1();
        QuorumConfig quorum = config.quorumConfig();
        SharedServer shared = new SharedServer(
                config,
                ensemble,
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, ensemble.clusterId().orElseThrow()),
                CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
                QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        return new KafkaNode(
                new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2()),
                new BrokerServer(shared));
    }

    /** Returns when clients can connect. */
    void startup() {
        controller.startup();
        awaitFencing();
        broker.startup();
    }

    /** Also where {@link #startup} failed half-way. */
    void shutdown() {
        // The broker first: the controller has a say in its shutdown.
        broker.shutdown(LONGEST_SHUTDOWN);
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }

    private void awaitFencing() {
        Fencing fencing = new Fencing(controller.config().nodeId(), new CompletableFuture<>());
        try {
            controller
                    .sharedServer()
                    .loader()
                    .installPublishers(List.of(fencing))
                    .get();
            if (!fencing.done().isDone()) {
                LOG.info("this broker was killed; waiting until the controller has noticed");
            }
            fencing.done().get(LONGEST_FENCING.toMillis(), TimeUnit.MILLISECONDS);
            controller.sharedServer().loader().removeAndClosePublisher(fencing).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "the controller did not fence the broker that was killed within " + LONGEST_FENCING.toSeconds()
                            + " s",
                    e);
        }
    }

    /** Watches the metadata until the broker is fenced or unknown; the loader tells nothing before it has caught up. */
    private record Fencing(int broker, CompletableFuture<Void> done) implements MetadataPublisher {
        @Override
        public String name() {
            return "Fencing";
        }

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            BrokerRegistration known = image.cluster().broker(broker);
            if (known == null || known.fenced()) {
                done.complete(null);
            }
        }

        @Override
        public void close() {}
    }
}
