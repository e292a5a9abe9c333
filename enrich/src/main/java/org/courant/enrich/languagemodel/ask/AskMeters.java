package org.courant.enrich.languagemodel.ask;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.courant.enrich.languagemodel.chat.Reply;
import org.courant.enrich.languagemodel.check.Checked;

/** What is counted about the model. */
final class AskMeters {
    private static final String PREFIX = "courant.enrich.model.";

    private final MeterRegistry meters;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong budget = new AtomicLong();
    private final AtomicLong breaker = new AtomicLong();

    AskMeters(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder(PREFIX + "waiting", waiting, AtomicLong::get).register(meters);
        Gauge.builder(PREFIX + "budget.left", budget, AtomicLong::get).register(meters);
        Gauge.builder(PREFIX + "breaker", breaker, AtomicLong::get).register(meters);
    }

    /** A request has ended, one way or another. */
    void replied(Reply reply, Duration took) {
        meters.timer(
                        PREFIX + "requests",
                        "outcome",
                        reply.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .record(took);
        if (reply instanceof Reply.Said said) {
            meters.counter(PREFIX + "tokens", "kind", "prompt").increment((double) said.promptTokens());
            meters.counter(PREFIX + "tokens", "kind", "answer").increment((double) said.answerTokens());
        }
    }

    /** A summary has been written. */
    void written(Checked checked) {
        String outcome =
                checked instanceof Checked.Refused refused ? refused.reason().label() : "accepted";
        meters.counter(PREFIX + "summaries", "outcome", outcome).increment();
    }

    void unreadable() {
        meters.counter(PREFIX + "unreadable").increment();
    }

    /** How things stand: requests without an answer, requests that may be made today, state of the breaker. */
    void stand(long waiting, long budget, int breaker) {
        this.waiting.set(waiting);
        this.budget.set(budget);
        this.breaker.set(breaker);
    }
}
