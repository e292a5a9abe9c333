package org.courant.enrich.languagemodel.ask;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.courant.enrich.languagemodel.LanguageModelSettings;
import org.courant.enrich.languagemodel.chat.ChatClient;
import org.courant.enrich.languagemodel.chat.Reply;
import org.courant.enrich.languagemodel.check.AnswerCheck;
import org.courant.enrich.languagemodel.check.Checked;
import org.courant.schemas.Summary;
import org.courant.service.kafka.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Asks the language model for every request that has no answer, and writes what it answers, checked, to the topic of
 * summaries; a refusal too, so that nobody asks again. Runs beside the topology and never in its threads: however slow
 * or wrong the endpoint is, stories are not late by it.
 *
 * <p>Any number of processes share the requests by their partitions, so a text is asked about by one process. A request
 * is done when its answer is on the topic: a process that dies between the two costs one more request for each that was
 * on its way, a partition that is handed over at that moment likewise, and nothing is lost.
 *
 * <p>An endpoint that cannot answer is waited for: requests stay in Kafka, at most {@value Lane#MOST_OPEN} for each
 * partition in memory. So they do when the budget of the day is spent.
 */
public final class Asking implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration IDLE_POLL = Duration.ofMillis(200);
    private static final Duration BUSY_POLL = Duration.ofMillis(10);
    private static final Duration REPLY_POLL = Duration.ofMillis(50);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    /** How long requests that are on their way are waited for at a stop. */
    private static final Duration LAST_REPLIES = Duration.ofSeconds(5);

    private final AskParts parts;
    private final InstantSource clock;
    private final Duration rest;
    private final Callers callers;
    private final Breaker breaker;
    private final Pace pace;
    private final Thread thread = new Thread(this::run, "enrich-language-model");
    private final CountDownLatch closing = new CountDownLatch(1);
    private Instant lastAnswer = Instant.MIN;
    private int lastTurn = -1;

    /**
     * @param groupId consumer group through which processes share the requests
     * @param clock tells days, intervals and when an answer came
     * @param reported what a failure comes from is reported by somebody else
     */
    public Asking(
            Connection connection,
            String groupId,
            LanguageModelSettings settings,
            MeterRegistry meters,
            InstantSource clock,
            Predicate<Throwable> reported) {
        this(new AskParts(connection, groupId, settings, new AskMeters(meters), reported), clock, REST);
    }

    /** @param rest how long an endpoint is left alone that does not answer */
    Asking(AskParts parts, InstantSource clock, Duration rest) {
        this.parts = parts;
        this.clock = clock;
        this.rest = rest;
        LanguageModelSettings settings = parts.settings();
        this.callers = new Callers(new ChatClient(settings, clock), clock, settings.concurrency());
        this.breaker = new Breaker(rest, clock);
        this.pace = new Pace(settings.requestsPerMinute());
        if (settings.dailyBudget() < parts.partitions()) {
            LOG.warn(
                    "enrich.language-model.daily-budget is {}, fewer than the {} partitions that share it; texts of {}"
                            + " partitions are never asked about. Set it to {} or more",
                    settings.dailyBudget(),
                    parts.partitions(),
                    parts.partitions() - settings.dailyBudget(),
                    parts.partitions());
        }
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether it has ended without having been told to. */
    public boolean hasDied() {
        return !isClosing() && thread.getState() == Thread.State.TERMINATED;
    }

    /** Waits a little for what is on its way, writes it, and leaves the group. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        callers.close();
    }

    private void run() {
        try {
            while (!isClosing()) {
                work();
            }
        } catch (InterruptedException interrupted) {
            LOG.debug("language model: interrupted", interrupted);
        }
    }

    /** One membership, until the service stops or Kafka fails. */
    private void work() throws InterruptedException {
        try (Session session = new Session(parts)) {
            while (!isClosing()) {
                session.read(callers.areIdle() ? IDLE_POLL : BUSY_POLL);
                settle(session, REPLY_POLL);
                ask(session);
                parts.meters().stand(session.waiting(), session.budgetLeft(clock.instant()), breaker.state());
            }
            Instant end = clock.instant().plus(LAST_REPLIES);
            while (!callers.areIdle() && clock.instant().isBefore(end)) {
                settle(session, REPLY_POLL);
            }
        } catch (RuntimeException failed) {
            LOG.atLevel(parts.reported().test(failed) ? Level.DEBUG : Level.WARN)
                    .setCause(failed)
                    .log("language model: begins anew in {}", RETRY);
            closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** One request for each partition at most, beginning behind the one that had the last turn. */
    private void ask(Session session) {
        NavigableMap<Integer, Lane> lanes = session.lanes();
        Map<Integer, Lane> turns = new LinkedHashMap<>(lanes.tailMap(lastTurn, false));
        turns.putAll(lanes.headMap(lastTurn, true));
        for (Map.Entry<Integer, Lane> turn : turns.entrySet()) {
            Instant now = clock.instant();
            if (!callers.haveRoom() || !pace.allows(now)) {
                return;
            }
            Optional<OpenRequest> next = turn.getValue().next(now, callers::areAsking);
            if (next.isPresent()) {
                if (!breaker.permits()) {
                    return;
                }
                turn.getValue().spend(next.get(), now);
                pace.took(now, lanes.size(), parts.partitions());
                callers.call(next.get(), turn.getKey(), now);
                lastTurn = turn.getKey();
            }
        }
    }

    private void settle(Session session, Duration patience) throws InterruptedException {
        for (Exchange exchange : callers.ended(patience)) {
            Reply reply = exchange.reply();
            parts.meters().replied(reply, exchange.took());
            if (reply instanceof Reply.Said said) {
                breaker.answered();
                lastAnswer = clock.instant();
                write(
                        session,
                        exchange,
                        AnswerCheck.of(said.content(), exchange.request().request()));
            } else if (reply instanceof Reply.Throttled throttled) {
                breaker.undecided();
                turnedAway(session, exchange, throttled.pause());
            } else if (reply instanceof Reply.Misconfigured wrong) {
                breaker.failed(wrong.detail());
                turnedAway(session, exchange, rest);
                LOG.error(
                        "language model: {} takes no requests ({}); check url, model and key of enrich.language-model",
                        parts.settings().url(),
                        wrong.detail());
            } else if (reply instanceof Reply.Failed failed) {
                breaker.failed(failed.detail());
                failed(session, exchange, failed.detail());
            }
        }
    }

    private void turnedAway(Session session, Exchange exchange, Duration pause) {
        Lane lane = session.lanes().get(exchange.partition());
        if (lane != null) {
            lane.refund(exchange.request(), exchange.began());
        }
        pace.pause(clock.instant(), pause);
    }

    private void failed(Session session, Exchange exchange, String detail) throws InterruptedException {
        LOG.warn("language model: {}: {}", exchange.request().key(), detail);
        exchange.request().failed(clock.instant());
        if (exchange.request().isHopeless(lastAnswer)) {
            write(session, exchange, new Checked.Refused(Checked.Reason.UNANSWERED, detail));
        }
    }

    private void write(Session session, Exchange exchange, Checked checked) throws InterruptedException {
        OpenRequest request = exchange.request();
        if (checked instanceof Checked.Refused refused) {
            LOG.info("language model: {}: refused: {}", request.key(), refused.detail());
        }
        Summary summary = SummaryRecords.of(request, parts.version(), checked, exchange.reply(), clock.instant());
        session.write(request.key(), summary, exchange.partition());
        parts.meters().written(checked);
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }
}
