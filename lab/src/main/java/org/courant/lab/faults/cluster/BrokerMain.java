package org.courant.lab.faults.cluster;

import java.nio.file.Path;
import org.courant.embedded.BrokerOptions;
import org.courant.embedded.EmbeddedBroker;

/** One broker as {@code courant local} has it. Arguments: data directory, port, advertised port. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        BrokerOptions options = BrokerOptions.in(Path.of(arguments[0]))
                .withPort(Integer.parseInt(arguments[1]))
                .with("advertised.listeners", "PLAINTEXT://127.0.0.1:" + arguments[2]);
        EmbeddedBroker broker = EmbeddedBroker.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
        Thread.currentThread().join();
    }
}
