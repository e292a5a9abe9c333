package org.courant.lab.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The product as it was built.
 *
 * @param libraries directory with its jars
 * @param registry directory of the unpacked schema registry
 * @param archive shared archive of classes, with which a JVM starts in half the time; used where it exists
 * @param lab directory with the jar of the lab, which is the agent that plants bugs
 */
public record Product(Path libraries, Path registry, Path archive, Path lab) {
    /** In a checkout that was built. */
    public static Product in(Path home) {
        return new Product(
                home.resolve("cli/target/courant/lib"),
                home.resolve("embedded/target/registry"),
                home.resolve("lab/target/archives/product.jsa"),
                home.resolve("lab/target"));
    }

    /** The jar that plants bugs into a JVM. */
    public Path agent() {
        return only(lab, "lab-", ".jar");
    }

    /** A {@code courant} command in a JVM of its own. */
    List<String> command(Overlay overlay, List<String> jvmOptions, List<String> arguments) {
        List<String> options = new ArrayList<>(jvmOptions);
        if (Files.exists(archive)) {
            options.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off"));
        }
        options.addAll(overlay.jvmOptions());
        return java(options, libraries + "/*", "org.courant.cli.Courant", arguments);
    }

    /** The registry. */
    List<String> registryCommand(int port) {
        return java(
                List.of(
                        "-Xmx200m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.datasource.jdbc.url=jdbc:h2:file:./db;WRITE_DELAY=0"),
                only(registry, "", "-runner.jar").toString(),
                "io.quarkus.runner.GeneratedMain",
                List.of());
    }

    /** A main class of the lab. */
    static List<String> labCommand(List<String> jvmOptions, Class<?> main, List<String> arguments) {
        return java(jvmOptions, System.getProperty("java.class.path"), main.getName(), arguments);
    }

    private static Path only(Path directory, String prefix, String suffix) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.getFileName().toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("no %s*%s in %s; build it".formatted(prefix, suffix, directory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> java(List<String> options, String classPath, String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        return command;
    }
}
