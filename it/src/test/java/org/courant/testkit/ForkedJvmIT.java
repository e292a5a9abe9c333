package org.courant.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.courant.embedded.EmbeddedRegistry;
import org.courant.embedded.RegistryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkedJvmIT {
    @TempDir
    Path dir;

    @Test
    void aLineIsAwaitedAndItsGroupsAreGiven() {
        try (ForkedJvm jvm = ForkedJvm.start(Waiting.class, dir.resolve("out"), "hello")) {
            assertThat(jvm.awaitLine("^args=(\\w+)$").group(1)).isEqualTo("hello");
            assertThat(jvm.isAlive()).isTrue();
        }
    }

    @Test
    void aStoppedJvmRunsItsShutdownHooks() {
        try (ForkedJvm jvm = ForkedJvm.start(Waiting.class, dir.resolve("out"), "x")) {
            jvm.awaitLine("args=x");
            assertThat(jvm.stop()).isEqualTo(143);
            assertThat(jvm.output()).contains("hook ran");
        }
    }

    @Test
    void aKilledJvmRunsNothing() {
        try (ForkedJvm jvm = ForkedJvm.start(Waiting.class, dir.resolve("out"), "x")) {
            jvm.awaitLine("args=x");
            jvm.kill();
            assertThat(jvm.exitCode()).isEqualTo(137);
            assertThat(jvm.output()).doesNotContain("hook ran");
        }
    }

    @Test
    void aJvmThatEndsBeforeTheLineFailsTheTestWithWhatItSaid() {
        try (ForkedJvm jvm = ForkedJvm.start(Failing.class, dir.resolve("out"), "no number")) {
            assertThatThrownBy(() -> jvm.awaitLine("never"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("exit code 1")
                    .hasMessageContaining("no number");
        }
    }

    @Test
    void aLineThatDoesNotComeInTimeFailsTheTest() {
        try (ForkedJvm jvm = ForkedJvm.start(Waiting.class, dir.resolve("out"), "x")) {
            jvm.awaitLine("args=x");
            assertThatThrownBy(() -> jvm.awaitLine("never", Duration.ofMillis(200)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("args=x");
        }
    }

    @Test
    void aChildDiesWithAKilledParent() throws Exception {
        assertTheChildOfAKilledParentDies(Parent.class);
    }

    @Test
    void aRegistryDiesWithAKilledParent() throws Exception {
        assertTheChildOfAKilledParentDies(RegistryParent.class);
    }

    private void assertTheChildOfAKilledParentDies(Class<?> parentMain) throws Exception {
        try (ForkedJvm parent = ForkedJvm.start(parentMain, dir.resolve("out"), dir.toString())) {
            long pid = Long.parseLong(parent.awaitLine("^child=(\\d+)$").group(1));
            ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
            parent.kill();
            child.onExit().get(30, TimeUnit.SECONDS);
            assertThat(child.isAlive()).isFalse();
        }
    }

    static final class Waiting {
        public static void main(String[] args) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook ran")));
            System.out.println("args=" + String.join(" ", args));
            Thread.currentThread().join();
        }
    }

    static final class Failing {
        public static void main(String[] args) {
            System.out.println(Integer.parseInt(args[0]));
        }
    }

    static final class Parent {
        public static void main(String[] args) throws InterruptedException {
            ForkedJvm child = ForkedJvm.start(Waiting.class, Path.of(args[0], "child.out"));
            System.out.println("child=" + child.pid());
            Thread.currentThread().join();
        }
    }

    static final class RegistryParent {
        public static void main(String[] args) throws InterruptedException {
            EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(Path.of(args[0], "registry")));
            System.out.println("child=" + registry.pid());
            Thread.currentThread().join();
        }
    }
}
