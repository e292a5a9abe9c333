package org.courant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpstreamWorldIT {
    private static final LocalDate FRIDAY = LocalDate.parse("2025-10-03");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final UpstreamWorld world = UpstreamWorld.startOrSkip(FRIDAY);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theDateMovesAsTold() {
        assertThat(world.date()).isEqualTo(FRIDAY);
        assertThat(world.advance()).isEqualTo(FRIDAY.plusDays(1));
        world.setDate(LocalDate.parse("2025-10-06"));
        assertThat(world.date()).isEqualTo(LocalDate.parse("2025-10-06"));
    }

    @Test
    void aFaultHoldsUntilItIsUsedUpAndStandsInTheLog() throws Exception {
        world.fault("{\"path\":\"^/rss\",\"kind\":\"status\",\"status\":503}");
        assertThat(status("/rss/cs.AI")).isEqualTo(503);
        assertThat(status("/rss/cs.AI")).isEqualTo(200);
        assertThat(world.log()).hasSize(2);
        assertThat(world.etiquette(Duration.ofSeconds(3))).isNotEmpty();
        world.fault("{\"path\":\"^/rss\",\"kind\":\"status\",\"status\":503,\"times\":-1}");
        world.clearFaults();
        assertThat(status("/rss/cs.AI")).isEqualTo(200);
        world.clearLog();
        assertThat(world.log()).isEmpty();
    }

    @Test
    void theTruthNamesPapers() {
        assertThat(world.truth(FRIDAY, FRIDAY, List.of("cs.AI", "cs.CL"))
                        .get("papers")
                        .asInt())
                .isPositive();
    }

    private int status(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(world.baseUrl().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
