package org.courant.service.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class OpenTransactionTest {
    private static final TopicPartition PARTITION = new TopicPartition("__consumer_offsets", 0);
    private static final Optional<OpenTransaction.Producer> PRODUCER = Optional.of(new OpenTransaction.Producer(7, 9));

    @Test
    void aHangingOneIsNamedWithTheCommandThatEndsIt() {
        OpenTransaction hanging = new OpenTransaction(
                PARTITION,
                37,
                PRODUCER,
                Optional.of(new OpenTransaction.Coordinated(
                        "courant-publish-1", "Empty", Optional.empty(), Optional.empty())));

        assertThat(hanging.hangs()).isTrue();
        assertThat(hanging.described("b:9092"))
                .isEqualTo("__consumer_offsets [0] cannot be read beyond offset 37: transaction 'courant-publish-1' of"
                        + " producer 7, epoch 9 is open there and hangs: its coordinator says Empty. To end it:"
                        + " kafka-transactions.sh --bootstrap-server b:9092 abort --topic __consumer_offsets"
                        + " --partition 0 --start-offset 37; this drops what the transaction wrote there");
    }

    @Test
    void oneThatItsCoordinatorWillEndIsNamedWithTheTimeThatThisTakes() {
        OpenTransaction open = new OpenTransaction(
                PARTITION,
                37,
                PRODUCER,
                Optional.of(new OpenTransaction.Coordinated(
                        "bulk", "Ongoing", Optional.of(Duration.ofMinutes(15)), Optional.of(Instant.EPOCH))));

        assertThat(open.hangs()).isFalse();
        assertThat(open.beganBefore(Instant.EPOCH.plusSeconds(1))).isTrue();
        assertThat(open.beganBefore(Instant.EPOCH)).isFalse();
        assertThat(open.described("b:9092"))
                .contains("its coordinator ends it after 900 s at most")
                .contains("forceTerminateTransaction --transactionalId bulk");
    }

    @Test
    void whatThisUserMayNotSeeIsLeftOut() {
        assertThat(new OpenTransaction(PARTITION, 37, Optional.empty(), Optional.empty()).described("b:9092"))
                .startsWith("__consumer_offsets [0] cannot be read beyond offset 37: a transaction of an unknown"
                        + " producer is open there");
    }
}
