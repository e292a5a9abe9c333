package org.courant.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.courant.embedded.RegistryOptions;

/** What a {@link ForkedJvm} runs: the given main class, until standard input ends because the parent has. */
final class ForkedMain {
    private ForkedMain() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(ForkedMain::haltWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        List<String> all = List.of(args);
        Method main = Class.forName(all.get(0)).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) all.subList(1, all.size()).toArray(new String[0]));
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    static List<String> command(Class<?> main, List<String> jvmOptions, List<String> args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        Optional.ofNullable(System.getProperty(RegistryOptions.HOME_PROPERTY))
                .ifPresent(home -> command.add("-D" + RegistryOptions.HOME_PROPERTY + "=" + home));
        command.addAll(jvmOptions);
        // Surefire's own class path is one jar that is gone when its JVM ends; this property has the true one.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, ForkedMain.class.getName(), main.getName()));
        command.addAll(args);
        return command;
    }

    private static void haltWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("parent is gone: " + e);
        }
        Runtime.getRuntime().halt(1);
    }
}
