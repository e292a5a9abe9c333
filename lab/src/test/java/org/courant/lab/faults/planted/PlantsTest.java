package org.courant.lab.faults.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;
import org.courant.lab.faults.planted.advice.ReturnZeros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlantsTest {
    static Stream<Plant> plants() {
        return Plants.all().values().stream();
    }

    static Stream<Change> changesOfKafka() {
        return plants().map(plant -> plant.changes().values())
                .flatMap(Collection::stream)
                .flatMap(List::stream)
                .filter(change -> change.type().startsWith("org.apache.kafka."))
                .distinct();
    }

    @Test
    void thereAreThirtyAtLeast() {
        assertThat(Plants.all()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("plants")
    void everyBugChangesSomethingAndIsProvoked(Plant plant) {
        assertThat(plant.changes()).isNotEmpty();
        assertThat(plant.changes().values()).noneMatch(List::isEmpty);
        assertThat(plant.provocation().steps(2)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("changesOfKafka")
    void whatIsChangedOfKafkaIsThere(Change change) throws ClassNotFoundException {
        Class<?> type = Class.forName(change.type(), false, getClass().getClassLoader());
        assertThat(change.method().equals("<init>")
                        || Arrays.stream(type.getDeclaredMethods())
                                .anyMatch(method -> method.getName().equals(change.method())))
                .as("%s has a method %s", change.type(), change.method())
                .isTrue();
    }

    @Test
    void aNameThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThatThrownBy(() -> Plants.named("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at-least-once");
    }

    @Test
    void anAdviceTakesThePlaceOfAResult() throws ReflectiveOperationException {
        Class<?> changed = new ByteBuddy()
                .redefine(Sample.class)
                .name(Sample.class.getName() + "Changed")
                .visit(Advice.to(ReturnZeros.class).on(ElementMatchers.named("text")))
                .make()
                .load(getClass().getClassLoader())
                .getLoaded();
        assertThat(changed.getMethod("text").invoke(null)).isEqualTo("0".repeat(64));
    }

    /** What is changed. */
    public static final class Sample {
        private Sample() {}

        public static String text() {
            return "as it was";
        }
    }
}
