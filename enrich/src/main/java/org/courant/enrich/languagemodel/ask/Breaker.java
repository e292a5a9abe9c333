package org.courant.enrich.languagemodel.ask;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * Leaves an endpoint alone that does not answer: when half of the last ten requests have failed, none is made for a
 * while, and then one to see. Nygard, <i>Release It!</i>, 2007.
 */
final class Breaker {
    private static final int WINDOW = 10;
    private static final int FEWEST = 4;
    private static final float MOST_FAILING_PERCENT = 50;

    private final CircuitBreaker breaker;

    /** @param rest how long none is made */
    Breaker(Duration rest, InstantSource clock) {
        this.breaker = CircuitBreaker.of(
                "language-model",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(FEWEST)
                        .failureRateThreshold(MOST_FAILING_PERCENT)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(rest)
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .build());
    }

    /** Whether a request may be made; it then has to be followed by one of the other calls. */
    boolean permits() {
        return breaker.tryAcquirePermission();
    }

    void answered() {
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    void failed(String detail) {
        breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException(detail));
    }

    /** The request says nothing about the endpoint, or was not made. */
    void undecided() {
        breaker.releasePermission();
    }

    /** 0 closed, which is good; 1 half-open; 2 open. */
    int state() {
        return switch (breaker.getState()) {
            case HALF_OPEN -> 1;
            case OPEN, FORCED_OPEN -> 2;
            default -> 0;
        };
    }
}
