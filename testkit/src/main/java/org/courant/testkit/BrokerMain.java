package org.courant.testkit;

import java.nio.file.Path;
import java.util.List;
import org.courant.embedded.BrokerOptions;
import org.courant.embedded.EmbeddedBroker;

/** The child of {@link OwnCluster}. Arguments: data directory, port, then {@code name=value} settings. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] args) throws InterruptedException {
        BrokerOptions options = BrokerOptions.in(Path.of(args[0])).withPort(Integer.parseInt(args[1]));
        for (String setting : List.of(args).subList(2, args.length)) {
            int equals = setting.indexOf('=');
            options = options.with(setting.substring(0, equals), setting.substring(equals + 1));
        }
        EmbeddedBroker broker = EmbeddedBroker.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
        System.out.println("READY " + broker.bootstrapServers());
        Thread.currentThread().join();
    }
}
