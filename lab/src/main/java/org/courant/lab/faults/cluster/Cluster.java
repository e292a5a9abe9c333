package org.courant.lab.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.courant.lab.faults.proxy.TcpProxy;

/**
 * Brokers behind proxies, a registry and the services, each in a JVM of its own. Everything is laid out by the
 * constructor; nothing runs before {@link #start}.
 */
public final class Cluster implements AutoCloseable {
    private static final int MOST_SPARE = 1;

    private final Path directory;
    private final Product product;
    private final Shape shape;
    private final Reaper reaper;
    private final Ports ports = new Ports();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<TcpProxy> proxies = new ArrayList<>();
    private final List<Node> brokers;
    private final Node registry;
    private final List<Node> services = new ArrayList<>();
    private final List<Node> spares = new ArrayList<>();
    private final String clientServers;
    private final String serviceServers;
    private final int registryPort;

    /**
     * Lays it out.
     *
     * @param overlays what differs from the product, for the services of each role
     * @param sources YAML of the sources
     */
    public Cluster(
            Path directory,
            Product product,
            Function<Role, Overlay> overlays,
            Shape shape,
            String sources,
            Reaper reaper) {
        this.directory = directory;
        this.product = product;
        this.shape = shape;
        this.reaper = reaper;
        this.registryPort = ports.next();
        List<KafkaNodes.Addresses> addresses = new ArrayList<>();
        for (int broker = 0; broker < shape.brokers(); broker++) {
            KafkaNodes.Addresses address =
                    new KafkaNodes.Addresses(ports.next(), ports.next(), ports.next(), ports.next());
            addresses.add(address);
            proxies.add(TcpProxy.start(address.proxied(), address.listener()));
        }
        serviceServers =
                servers(addresses.stream().map(KafkaNodes.Addresses::proxied).toList());
        clientServers = shape.brokers() == 1
                ? serviceServers
                : servers(addresses.stream().map(KafkaNodes.Addresses::direct).toList());
        brokers = brokerSpecs(addresses).stream()
                .map(spec -> new Node(spec, reaper))
                .toList();
        Path home = directory.resolve("registry");
        registry = new Node(
                new NodeSpec(
                        "registry",
                        Role.REGISTRY,
                        home,
                        null,
                        product.registryCommand(registryPort),
                        Readiness.http(http, registryUrl() + "/subjects")),
                reaper);
        for (Role role : List.of(Role.INGEST, Role.ENRICH, Role.PUBLISH)) {
            for (int index = 1; index <= shape.instances() + MOST_SPARE; index++) {
                Node node = new Node(service(role.word() + "-" + index, role, overlays.apply(role), sources), reaper);
                (index <= shape.instances() ? services : spares).add(node);
            }
        }
    }

    /** Starts brokers and registry and waits for them. */
    public void start() {
        brokers.forEach(Node::start);
        registry.start();
        List<Node> all = new ArrayList<>(brokers);
        all.add(registry);
        Waiting.until("brokers and registry", Duration.ofMinutes(3), () -> areReady(all));
    }

    /** Begins a {@code courant} command with the settings of a service. */
    public Command begin(String... command) {
        return Command.begin(product, directory, config("ingest-1"), List.of(command));
    }

    /** Starts every service, again where one gives up because a busy machine was too slow, until all are ready. */
    public void startServices() {
        Waiting.until("the services", Duration.ofMinutes(10), () -> {
            services.forEach(Node::start);
            return services.stream().allMatch(Node::isReady);
        });
    }

    /** What clients of the suite connect to: the brokers where they can be reached directly, else the proxy. */
    public String clientServers() {
        return clientServers;
    }

    /** Copies of each topic. */
    public short replication() {
        return (short) shape.brokers();
    }

    public String registryUrl() {
        return "http://127.0.0.1:" + registryPort + "/apis/ccompat/v7";
    }

    public List<TcpProxy> proxies() {
        return List.copyOf(proxies);
    }

    public List<Node> brokers() {
        return brokers;
    }

    public Node registry() {
        return registry;
    }

    /** The services that always run. */
    public List<Node> services() {
        return List.copyOf(services);
    }

    /** One more of each service, for a while. */
    public List<Node> spares() {
        return List.copyOf(spares);
    }

    /** Everything that always runs. */
    public List<Node> nodes() {
        List<Node> all = new ArrayList<>(brokers);
        all.add(registry);
        all.addAll(services);
        return all;
    }

    /** Address of a publish process. */
    public URI page(Node publish) {
        return URI.create("http://127.0.0.1:" + Integer.parseInt(read(portFile(publish.name()))));
    }

    /** One more process with an overlay of its own; whoever asks for it starts it and ends it. */
    public Node extra(String name, Role role, Overlay own) {
        return new Node(service(name, role, own, ""), reaper);
    }

    @Override
    public void close() {
        List<Node> all = new ArrayList<>(services);
        all.addAll(spares);
        all.add(registry);
        all.addAll(brokers);
        all.forEach(Node::kill);
        proxies.forEach(TcpProxy::close);
    }

    private static boolean areReady(List<Node> nodes) {
        for (Node node : nodes) {
            node.exitCode().ifPresent(code -> {
                throw new IllegalStateException("%s ended with %d before it was ready; its log is in %s"
                        .formatted(node.name(), code, node.spec().directory()));
            });
        }
        return nodes.stream().allMatch(Node::isReady);
    }

    private List<NodeSpec> brokerSpecs(List<KafkaNodes.Addresses> addresses) {
        if (addresses.size() > 1) {
            return KafkaNodes.of(directory, addresses).specs();
        }
        KafkaNodes.Addresses only = addresses.get(0);
        Path home = directory.resolve("broker-1");
        return List.of(new NodeSpec(
                "broker-1",
                Role.BROKER,
                home,
                null,
                Product.labCommand(
                        List.of("-Xmx320m"),
                        BrokerMain.class,
                        List.of(
                                home.resolve("data").toString(),
                                String.valueOf(only.listener()),
                                String.valueOf(only.proxied()))),
                Readiness.port(only.listener())));
    }

    private NodeSpec service(String name, Role role, Overlay own, String sources) {
        Path home = directory.resolve(name);
        Path state = home.resolve("state");
        int port = ports.next();
        ServiceSettings settings = new ServiceSettings(serviceServers, registryUrl(), replication(), own);
        write(config(name), settings.yaml(state, port, sources));
        write(portFile(name), String.valueOf(port));
        List<String> options = List.of("-Xmx" + (role == Role.ENRICH ? 224 : 160) + "m");
        return new NodeSpec(
                name,
                role,
                home,
                role == Role.INGEST ? null : state,
                product.command(
                        own,
                        options,
                        List.of(role.word(), "--config", config(name).toString())),
                Readiness.http(http, "http://127.0.0.1:" + port + "/readyz"));
    }

    private Path config(String name) {
        return directory.resolve(name).resolve("courant.yaml");
    }

    private Path portFile(String name) {
        return directory.resolve(name).resolve("port");
    }

    private static String servers(List<Integer> ports) {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
