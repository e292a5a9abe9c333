package org.courant.lab.faults.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The product as it was built.
 *
 * @param libraries directory with its jars
 * @param registry directory of the unpacked schema registry
 * @param archive shared archive of classes, with which a JVM starts in half the time; used where it exists
 */
public record Product(Path libraries, Path registry, Path archive) {
    /** In a checkout that was built. */
    public static Product in(Path home) {
        return new Product(
                home.resolve("cli/target/courant/lib"),
                home.resolve("embedded/target/registry"),
                home.resolve("lab/target/archives/product.jsa"));
    }

    /** A {@code courant} command in a JVM of its own. */
    List<String> command(Overlay overlay, List<String> jvmOptions, List<String> arguments) {
        return command(overlay, jvmOptions, "org.courant.cli.Courant", arguments);
    }

    /** Another main class with the product's class path. */
    List<String> command(Overlay overlay, List<String> jvmOptions, String main, List<String> arguments) {
        List<String> classPath = new ArrayList<>();
        overlay.classPath().forEach(path -> classPath.add(path.toString()));
        classPath.add(libraries + "/*");
        List<String> options = new ArrayList<>(jvmOptions);
        if (Files.exists(archive) && overlay.classPath().isEmpty()) {
            options.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off"));
        }
        options.addAll(overlay.jvmOptions());
        return java(options, String.join(":", classPath), main, arguments);
    }

    /** The registry. */
    List<String> registryCommand(int port) {
        return java(
                List.of(
                        "-Xmx200m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.datasource.jdbc.url=jdbc:h2:file:./db;WRITE_DELAY=0"),
                runner(),
                "io.quarkus.runner.GeneratedMain",
                List.of());
    }

    /** A main class of the lab. */
    static List<String> labCommand(List<String> jvmOptions, Class<?> main, List<String> arguments) {
        return java(jvmOptions, System.getProperty("java.class.path"), main.getName(), arguments);
    }

    private String runner() {
        try (var files = Files.list(registry)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no registry in " + registry + "; build embedded"));
        } catch (IOException e) {
            throw new IllegalStateException("no registry in " + registry + "; build embedded", e);
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
