package org.courant.enrich.languagemodel.ask;

import java.util.function.Predicate;
import org.courant.enrich.languagemodel.LanguageModelSettings;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.service.kafka.Connection;

/**
 * What a membership is made of.
 *
 * @param reported what a failure comes from is reported by somebody else
 */
record AskParts(
        Connection connection,
        String groupId,
        LanguageModelSettings settings,
        AskMeters meters,
        Predicate<Throwable> reported) {

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
