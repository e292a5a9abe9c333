package org.courant.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Starts the registry's JVM in a working directory: output to {@code registry.log}, database in {@code db.mv.db}.
 *
 * @param home the unpacked registry
 * @param work working directory
 */
record RegistryLauncher(RegistryHome home, Path work) {
    /** Where the child's output goes; begun anew at each start. */
    Path output() {
        return work.resolve("registry.log");
    }

    /** @param persistent whether schemas go to a file in the working directory rather than to memory */
    Process launch(int port, boolean persistent) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                // A relative path has no characters that mean something in a URL; what is committed is on disk at once.
                "-Dquarkus.datasource.jdbc.url="
                        + (persistent ? "jdbc:h2:file:./db;WRITE_DELAY=0" : "jdbc:h2:mem:registry"),
                "-cp",
                classPath(),
                RegistryProcess.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        builder.environment().keySet().removeIf(RegistryLauncher::wouldConfigureTheRegistry);
        return builder.start();
    }

    /**
     * The runner jar and, before it, our main class alone: whatever else lies beside that class must not meet the
     * registry's own versions of it.
     */
    private String classPath() throws IOException {
        String name = RegistryProcess.class.getName().replace('.', '/') + ".class";
        Path root = work.resolve("launcher");
        Path copy = root.resolve(name);
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        try (InputStream compiled = resource(name)) {
            Files.copy(Objects.requireNonNull(compiled, name), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return root + File.pathSeparator + home.runner();
    }

    private static @Nullable InputStream resource(String name) {
        return RegistryProcess.class.getResourceAsStream("/" + name);
    }

    private static boolean wouldConfigureTheRegistry(String variable) {
        return variable.startsWith("QUARKUS_")
                || variable.startsWith("REGISTRY_")
                || variable.equals("JAVA_TOOL_OPTIONS");
    }
}
