package org.courant.enrich.languagemodel.ask;

import org.courant.enrich.languagemodel.LanguageModelSettings;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.service.kafka.Connection;

/** What a membership is made of. */
record AskParts(Connection connection, String groupId, LanguageModelSettings settings, AskMeters meters) {

    ModelVersion version() {
        return settings.version();
    }

    int partitions() {
        return connection.topics().partitions();
    }

    Lane lane(int partition) {
        return new Lane(version(), new Budget(settings.dailyBudget(), partition, partitions()));
    }
}
