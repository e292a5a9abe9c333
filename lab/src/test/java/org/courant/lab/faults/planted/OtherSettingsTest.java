package org.courant.lab.faults.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.courant.lab.faults.planted.advice.OtherSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OtherSettingsTest {
    private static final Map<String, String> READER = Map.of("isolation.level", "read_committed", "group.id", "a");

    @AfterEach
    void clear() {
        System.clearProperty(OtherSettings.KEY);
        System.clearProperty(OtherSettings.VALUE);
    }

    @Test
    void changesTheSettingOfAClientThatHasIt() {
        plant("isolation.level", "read_uncommitted");
        assertThat(OtherSettings.changed(ConsumerConfig.configDef(), READER))
                .isEqualTo(Map.of("isolation.level", "read_uncommitted", "group.id", "a"));
    }

    @Test
    void leavesClientsAloneThatDoNotHaveIt() {
        plant("transactional.id", OtherSettings.RANDOM);
        Map<String, String> plain = Map.of("acks", "all");
        assertThat(OtherSettings.changed(ProducerConfig.configDef(), plain)).isEqualTo(plain);
        assertThat(OtherSettings.changed(ConsumerConfig.configDef(), READER)).isEqualTo(READER);
    }

    @Test
    void anEmptyValueTakesTheSettingAway() {
        plant("transactional.id", "");
        assertThat(OtherSettings.changed(ProducerConfig.configDef(), Map.of("transactional.id", "x", "acks", "all")))
                .isEqualTo(Map.of("acks", "all"));
    }

    private static void plant(String key, String value) {
        System.setProperty(OtherSettings.KEY, key);
        System.setProperty(OtherSettings.VALUE, value);
    }
}
