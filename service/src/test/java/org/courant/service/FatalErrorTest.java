package org.courant.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FatalErrorTest {
    @Test
    void whatBreaksTheJvmOrItsClassPathIsFatal() {
        assertThat(FatalError.isFatal(new OutOfMemoryError())).isTrue();
        assertThat(FatalError.isFatal(new InternalError())).isTrue();
        assertThat(FatalError.isFatal(new NoClassDefFoundError())).isTrue();
        assertThat(FatalError.isFatal(new ExceptionInInitializerError())).isTrue();
    }

    @Test
    void whatOneInputCausesIsNot() {
        assertThat(FatalError.isFatal(new StackOverflowError())).isFalse();
        assertThat(FatalError.isFatal(new AssertionError())).isFalse();
        assertThat(FatalError.isFatal(new IllegalStateException())).isFalse();
    }
}
