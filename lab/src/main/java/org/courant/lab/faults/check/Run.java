package org.courant.lab.faults.check;

import org.courant.lab.faults.history.RecordedHistory;
import org.courant.schemas.topic.Topics;

/**
 * What is judged.
 *
 * @param faulty the run with faults
 * @param undisturbed a run of the same items without; its topics have the same names
 */
public record Run(Topics topics, Logs faulty, Logs undisturbed) {
    public static Run of(Topics topics, RecordedHistory faulty, RecordedHistory undisturbed) {
        return new Run(topics, new Logs(faulty), new Logs(undisturbed));
    }

    /** The history of the run with faults. */
    public RecordedHistory history() {
        return faulty.history();
    }
}
