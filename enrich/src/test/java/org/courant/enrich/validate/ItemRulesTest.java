package org.courant.enrich.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.world.Items;
import org.courant.schemas.SourceItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ItemRulesTest {
    private static final ItemRules.Origin ORIGIN = new ItemRules.Origin(1_000_000L, 3, 17L);

    static Stream<Arguments> whatIsNoGood() {
        return Stream.of(
                fault("identities", item -> item.setIdentities(List.of())),
                fault("identities", item -> item.setIdentities(List.of("arxiv:1", "2606.00001"))),
                fault("identities", item -> item.setIdentities(List.of("url:" + "x".repeat(2_048)))),
                fault("identities", item -> item.setIdentities(Collections.nCopies(33, "arxiv:1"))),
                fault("text", item -> item.setTitle("").setBody(" \n ")),
                fault("url", item -> item.setUrl("javascript:alert(1)")),
                fault("url", item -> item.setUrl("https://example.org/" + "x".repeat(2_048))),
                fault("size", item -> item.setSourceName("ü".repeat(200))),
                fault("size", item -> item.setCategories(Collections.nCopies(101, "cs.AI"))),
                fault("size", item -> item.setBody("x".repeat(1024 * 1024))));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoGood")
    void whatFailsACheckIsRejectedByItsName(String check, UnaryOperator<SourceItem.Builder> fault) {
        SourceItem item = fault.apply(Items.builder("item", "arxiv:2606.00001")).build();

        assertThat(ItemRules.check(item, ORIGIN)).isInstanceOfSatisfying(ItemRules.Failure.class, failure -> {
            assertThat(failure.check()).isEqualTo(check);
            assertThat(failure.reason()).endsWith(".").hasSizeLessThan(200);
        });
    }

    @Test
    void identitiesComeStrongestFirstAndOnce() {
        Delivery delivery = delivery(Items.item("item", "feed:a:1", "doi:10.1/x", "arxiv:2606.00001", "doi:10.1/x"));

        assertThat(delivery.getIdentities()).containsExactly("arxiv:2606.00001", "doi:10.1/x", "feed:a:1");
    }

    @Test
    void aDateMayBeAnHourAheadAndNoMore() {
        assertThat(delivery(dated(ORIGIN.timestamp() + 3_600_000L)).getPublishedAt())
                .isEqualTo(ORIGIN.timestamp() + 3_600_000L);
        assertThat(delivery(dated(ORIGIN.timestamp() + 3_600_001L)).getPublishedAt())
                .isNull();
    }

    @Test
    void theHashIsOfTheContentAndNotOfItsPlace() {
        SourceItem item = Items.item("item", "arxiv:2606.00001");
        Delivery elsewhere = delivery(item, new ItemRules.Origin(2_000_000L, 4, 18L));

        assertThat(elsewhere.getContentHash()).isEqualTo(delivery(item).getContentHash());
    }

    private static SourceItem dated(long millis) {
        return Items.builder("item", "arxiv:2606.00001")
                .setPublishedAt(Instant.ofEpochMilli(millis))
                .build();
    }

    private static Delivery delivery(SourceItem item) {
        return delivery(item, ORIGIN);
    }

    private static Delivery delivery(SourceItem item, ItemRules.Origin origin) {
        return ((ItemRules.Valid) ItemRules.check(item, origin)).delivery();
    }

    private static Arguments fault(String check, UnaryOperator<SourceItem.Builder> fault) {
        return Arguments.of(check, fault);
    }
}
