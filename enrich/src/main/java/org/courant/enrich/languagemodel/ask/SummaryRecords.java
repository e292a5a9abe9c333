package org.courant.enrich.languagemodel.ask;

import java.time.Instant;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.enrich.languagemodel.chat.Reply;
import org.courant.enrich.languagemodel.check.Checked;
import org.courant.schemas.SourceKind;
import org.courant.schemas.Summary;
import org.courant.schemas.SummaryRequest;
import org.courant.schemas.SummaryStatus;

/** Makes the records of the topic of summaries. */
final class SummaryRecords {
    /** Stands for any, to see whether they can be written at all. */
    static final Summary EXAMPLE = of(
            new OpenRequest("", new SummaryRequest("", "", SourceKind.UNKNOWN)),
            new ModelVersion("", 0),
            new Checked.Accepted(""),
            new Reply.Failed(""),
            Instant.EPOCH);

    private SummaryRecords() {}

    static Summary of(OpenRequest request, ModelVersion version, Checked checked, Reply reply, Instant now) {
        Summary.Builder summary = Summary.newBuilder()
                .setSourceHash(ModelVersion.hashIn(request.key()))
                .setPromptVersion(version.prompt())
                .setModel(version.model())
                .setRequests(request.made())
                .setCreatedAt(now);
        if (reply instanceof Reply.Said said) {
            summary.setPromptTokens(said.promptTokens()).setAnswerTokens(said.answerTokens());
        }
        if (checked instanceof Checked.Accepted accepted) {
            return summary.setStatus(SummaryStatus.ACCEPTED)
                    .setText(accepted.text())
                    .build();
        }
        Checked.Refused refused = (Checked.Refused) checked;
        return summary.setStatus(SummaryStatus.REFUSED)
                .setText("")
                .setReason(refused.reason().label())
                .setDetail(refused.detail())
                .build();
    }
}
