package org.courant.lab.kills;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.courant.embedded.BrokerOptions;
import org.courant.embedded.EmbeddedBroker;
import org.courant.lab.faults.cluster.Waiting;

/**
 * The child that is killed: a broker, a look at what the kill before has left, and load. Arguments: data directory,
 * port, {@code embedded} or {@code control}.
 */
final class BrokerUnderLoad {
    static final String EMBEDDED = "embedded";
    static final String CONTROL = "control";

    /** Lines of its output. */
    static final String UP = "UP ";

    static final String HANGING = "HANGING ";
    static final String LOADED = "LOADED";

    /** The window in which Kafka loses markers is as long as the first publication of metadata takes. */
    private static final NewTopic MANY = new NewTopic("many", 220, (short) 1);

    private static final Duration LONGEST_ENDING = Duration.ofSeconds(30);

    private BrokerUnderLoad() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        long begin = System.nanoTime();
        String servers = arguments[2].equals(CONTROL)
                ? KafkasOwnOrder.start(directory, port)
                : EmbeddedBroker.start(BrokerOptions.in(directory).withPort(port))
                        .bootstrapServers();
        System.out.println(UP + Duration.ofNanos(System.nanoTime() - begin).toMillis());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            if (!admin.listTopics().names().get(30, TimeUnit.SECONDS).contains(Load.TOPIC)) {
                admin.createTopics(List.of(new NewTopic(Load.TOPIC, 2, (short) 1), MANY))
                        .all()
                        .get(60, TimeUnit.SECONDS);
            }
            for (OpenTransaction hanging : hanging(admin)) {
                System.out.println(HANGING + hanging);
            }
        }
        Load.start(servers);
        System.out.println(LOADED);
        Thread.currentThread().join();
    }

    /** What nothing ends any more. */
    private static List<OpenTransaction> hanging(Admin admin) throws Exception {
        long end = System.nanoTime() + LONGEST_ENDING.toNanos();
        List<OpenTransaction> open = OpenTransaction.in(admin, MANY.name());
        while (open.stream().anyMatch(OpenTransaction::isUndecided) && System.nanoTime() < end) {
            Waiting.pause(Duration.ofMillis(250));
            open = OpenTransaction.in(admin, MANY.name());
        }
        return open.stream().filter(each -> !each.isOngoing()).toList();
    }
}
