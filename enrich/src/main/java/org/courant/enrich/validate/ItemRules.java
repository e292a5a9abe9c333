package org.courant.enrich.validate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.courant.enrich.directory.ItemVersions;
import org.courant.enrich.record.Delivery;
import org.courant.schemas.SourceItem;
import org.courant.schemas.hash.ContentHash;
import org.courant.schemas.identity.CanonicalUrl;
import org.courant.schemas.identity.Identity;
import org.jspecify.annotations.Nullable;

/** What an item must be. Sizes are bytes of UTF-8; within them every record that enrich makes fits into its topic. */
public final class ItemRules {
    static final int MOST_ID_BYTES = 512;
    static final int MOST_NAME_BYTES = 256;
    static final int MOST_ADDRESS_BYTES = 2_048;
    static final int MOST_IDENTITIES = 32;
    static final int MOST_CATEGORIES = 100;
    static final int MOST_BYTES = 1024 * 1024;

    /** A clock that is ahead by less is a clock; by more it is a wrong date. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private ItemRules() {}

    /** Where and when a record was written. */
    public record Origin(long timestamp, int partition, long offset) {}

    /** What came of checking an item. */
    public sealed interface Checked {}

    /** It is an item that stories can be made of. */
    public record Valid(Delivery delivery) implements Checked {}

    /**
     * It failed a check.
     *
     * @param check name of the check
     * @param reason one sentence for a person
     */
    public record Failure(String check, String reason) implements Checked {}

    /** Checks an item. */
    public static Checked check(SourceItem item, Origin origin) {
        return Stream.<Optional<Failure>>of(identities(item), text(item), url(item), sizes(item))
                .flatMap(Optional::stream)
                .findFirst()
                .<Checked>map(failure -> failure)
                .orElseGet(() -> new Valid(delivery(item, origin)));
    }

    private static Optional<Failure> identities(SourceItem item) {
        List<String> names = item.getIdentities();
        if (names.isEmpty()) {
            return failure("identities", "It has no identity, so it cannot be told from other works.");
        }
        if (names.size() > MOST_IDENTITIES) {
            return failure(
                    "identities",
                    "It has %d identities; at most %d are read.".formatted(names.size(), MOST_IDENTITIES));
        }
        for (String name : names) {
            if (Identity.parse(name).isEmpty()) {
                return failure(
                        "identities", "'%s' is no identity; expected e.g. arxiv:2606.23595.".formatted(shorten(name)));
            }
            if (bytes(name) > MOST_ADDRESS_BYTES) {
                return failure("identities", "The identity '%s' is longer than 2048 bytes.".formatted(shorten(name)));
            }
        }
        String strongest = strongestFirst(names).get(0);
        return ItemVersions.onlyWork(item.getItemId())
                .filter(work -> !work.equals(strongest))
                .flatMap(work -> failure(
                        "identities",
                        "Its id names %s, but its strongest identity is '%s'.".formatted(work, shorten(strongest))));
    }

    private static Optional<Failure> text(SourceItem item) {
        return item.getTitle().isBlank() && item.getBody().isBlank()
                ? failure("text", "It has neither title nor text.")
                : Optional.empty();
    }

    private static Optional<Failure> url(SourceItem item) {
        if (bytes(item.getUrl()) > MOST_ADDRESS_BYTES) {
            return failure("url", "Its address '%s' is longer than 2048 bytes.".formatted(shorten(item.getUrl())));
        }
        return CanonicalUrl.parse(item.getUrl()).isEmpty()
                ? failure("url", "Its address '%s' is not an http or https address.".formatted(shorten(item.getUrl())))
                : Optional.empty();
    }

    private static Optional<Failure> sizes(SourceItem item) {
        if (bytes(item.getSourceId()) > MOST_NAME_BYTES || bytes(item.getSourceName()) > MOST_NAME_BYTES) {
            return failure("size", "The id or name of its source is longer than 256 bytes.");
        }
        if (item.getCategories().size() > MOST_CATEGORIES
                || item.getCategories().stream().anyMatch(name -> bytes(name) > MOST_NAME_BYTES)) {
            return failure("size", "It has more than 100 categories, or one longer than 256 bytes.");
        }
        int text = bytes(item.getTitle())
                + bytes(item.getBody())
                + item.getAuthors().stream().mapToInt(ItemRules::bytes).sum();
        return text > MOST_BYTES
                ? failure("size", "Title, text and authors have %d bytes; at most %d fit.".formatted(text, MOST_BYTES))
                : Optional.empty();
    }

    private static Delivery delivery(SourceItem item, Origin origin) {
        Delivery delivery = Delivery.newBuilder()
                .setItemId(item.getItemId())
                .setIdentities(strongestFirst(item.getIdentities()))
                .setSourceId(item.getSourceId())
                .setSourceKind(item.getSourceKind().name())
                .setSourceName(item.getSourceName())
                .setTitle(item.getTitle())
                .setBody(item.getBody())
                .setUrl(item.getUrl())
                .setAuthors(item.getAuthors())
                .setCategories(item.getCategories())
                .setPublishedAt(possible(item.getPublishedAt(), origin.timestamp()))
                .setVersion(Math.max(1, item.getVersion()))
                .setContentHash("")
                .setTimestamp(origin.timestamp())
                .setPartition(origin.partition())
                .setOffset(origin.offset())
                .build();
        delivery.put(Delivery.SCHEMA$.getField("contentHash").pos(), ContentHash.of(delivery));
        return delivery;
    }

    static List<String> strongestFirst(Collection<String> names) {
        TreeSet<Identity> sorted = new TreeSet<>();
        names.forEach(name -> Identity.parse(name).ifPresent(sorted::add));
        return sorted.stream().map(Identity::toString).toList();
    }

    private static @Nullable Long possible(@Nullable Instant publishedAt, long timestamp) {
        return publishedAt == null || publishedAt.toEpochMilli() > timestamp + CLOCK_SKEW.toMillis()
                ? null
                : publishedAt.toEpochMilli();
    }

    private static Optional<Failure> failure(String check, String reason) {
        return Optional.of(new Failure(check, reason));
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }
}
