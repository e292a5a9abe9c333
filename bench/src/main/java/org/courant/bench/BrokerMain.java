package org.courant.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.courant.embedded.EmbeddedBroker;

/** The broker of a benchmark, in a JVM of its own that ends when standard input does. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]))) {
            System.out.println(BrokerProcess.READY + broker.bootstrapServers());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
