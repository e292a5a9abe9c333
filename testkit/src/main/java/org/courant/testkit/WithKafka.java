package org.courant.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of this class may take a {@link TestCluster} as parameter, also in their constructor. There is one broker and
 * one registry for the whole test run, so every test makes its own topics under {@link TestCluster#uniquePrefix()}.
 *
 * <p>System property {@code it.kafka}, or else environment variable {@code IT_KAFKA}, says where the broker runs:
 * {@code container} (fails where there is no Docker), {@code embedded}, or {@code auto} (the default: a container where
 * there is Docker, embedded otherwise). {@code target/kafka-backend.txt} tells which it was.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KafkaExtension.class)
public @interface WithKafka {}
