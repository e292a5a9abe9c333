package org.courant.ingest.http;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** Requests of one politeness group, one after another; each redirect is checked and paced like a request. */
final class PacedHttp implements PoliteHttp {
    private final String group;
    private final HostGate gate;
    private final UrlRules rules;
    private final Exchange exchange;
    private final AnswerReader answers;
    private final int maxRedirects;

    PacedHttp(String group, HostGate gate, UrlRules rules, Exchange exchange, HttpLimits limits, InstantSource clock) {
        this.group = group;
        this.gate = gate;
        this.rules = rules;
        this.exchange = exchange;
        this.answers = new AnswerReader(clock);
        this.maxRedirects = limits.maxRedirects();
    }

    @Override
    public Answer get(URI uri, Conditions conditions, Accept accept) throws InterruptedException {
        Hops hops = new Hops(uri, maxRedirects);
        while (true) {
            Optional<String> objection = rules.objection(hops.current());
            if (objection.isPresent()) {
                return refused(objection.get());
            }
            Reply reply;
            HostGate.Turn turn = gate.enter(group);
            try {
                reply = exchange.get(hops.current(), conditions, accept, hops.cookies());
            } catch (IOException unanswered) {
                return refused(Failures.describe(hops.current(), unanswered));
            } finally {
                turn.end();
            }
            if (!reply.isRedirect()) {
                return answers.read(reply, hops);
            }
            objection = hops.follow(reply);
            if (objection.isPresent()) {
                return refused(objection.get());
            }
        }
    }

    private static Answer refused(String reason) {
        return new Answer.Failed(0, reason, Optional.empty());
    }
}
