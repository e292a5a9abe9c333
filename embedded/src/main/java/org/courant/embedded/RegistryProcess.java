package org.courant.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.TimeUnit;

/**
 * Main class of the registry's JVM: runs the registry and ends when standard input ends, which happens when the parent
 * closes it and also when the parent is killed. Compiled alone into that JVM's class path, so it uses the JDK only.
 */
final class RegistryProcess {
    private static final String REGISTRY_MAIN = "io.quarkus.runner.GeneratedMain";
    private static final long SECONDS_TO_CLOSE = 5;

    private RegistryProcess() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(RegistryProcess::exitWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        try {
            Class.forName(REGISTRY_MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void exitWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("parent is gone: " + e);
        }
        Thread halt = new Thread(RegistryProcess::haltIfLate, "halt");
        halt.setDaemon(true);
        halt.start();
        System.exit(0);
    }

    private static void haltIfLate() {
        try {
            TimeUnit.SECONDS.sleep(SECONDS_TO_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
