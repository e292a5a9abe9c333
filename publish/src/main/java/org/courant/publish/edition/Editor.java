package org.courant.publish.edition;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.publish.Fingerprint;
import org.courant.publish.PublishMeters;
import org.courant.schemas.DigestEdition;
import org.courant.service.streams.Punctuations;
import org.courant.service.streams.StreamsSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is filed for each day and writes the editions that have changed. Writing waits for the next tick, so that
 * a day that gets thousands of entries at once is written a few times and not thousands of times; writing gets a
 * bounded share of the time, so that large days are written less often.
 */
public final class Editor implements Processor<String, Filing, String, @Nullable DigestEdition> {
    /** Store of what is filed: date, slash, letter for the kind, slash, id; to {@link Filing}. */
    public static final String FILINGS = "filings";

    /** Store of the days to write: date to the greatest timestamp of the changes. */
    public static final String DIRTY = "dirty-editions";

    /** Store of what readers have: date to SHA-256 of the edition. */
    public static final String PUBLISHED = "published-editions";

    private static final Logger LOG = LoggerFactory.getLogger(Editor.class);

    /** Writing takes at most about one part in so many of the time; the rest is for reading. */
    private static final int SHARE = 4;

    private final EditionAssembly assembly;
    private final Duration tick;
    private final PublishMeters meters;
    private ProcessorContext<String, @Nullable DigestEdition> context;
    private KeyValueStore<String, Filing> filings;
    private KeyValueStore<String, String> published;
    private DirtyEditions dirty;
    private long restUntil;

    public Editor(SectionOrder order, Duration tick, PublishMeters meters) {
        this.assembly = new EditionAssembly(order);
        this.tick = tick;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, @Nullable DigestEdition> context) {
        this.context = context;
        this.filings = context.getStateStore(FILINGS);
        this.published = context.getStateStore(PUBLISHED);
        this.dirty = new DirtyEditions(context.getStateStore(DIRTY));
        Punctuations.every(tick, context, this::write);
    }

    @Override
    public void process(Record<String, Filing> record) {
        String date = record.key();
        Filing filing = record.value();
        if (filing instanceof Filing.Entry entry) {
            filings.put(date + "/e/" + entry.entry().entryId(), filing);
        } else if (filing instanceof Filing.Withdrawal withdrawal) {
            filings.delete(date + "/e/" + withdrawal.entryId());
        } else if (filing instanceof Filing.Delivery delivery) {
            filings.put(date + "/d/" + delivery.sourceId(), filing);
        }
        dirty.mark(date, record.timestamp());
    }

    private void write() {
        long begin = context.currentSystemTimeMs();
        if (begin < restUntil) {
            return;
        }
        KeyValue<String, Long> next = dirty.poll();
        while (next != null) {
            write(next.key, next.value);
            boolean mayGoOn = context.currentSystemTimeMs() - begin < tick.toMillis() / SHARE;
            next = mayGoOn ? dirty.poll() : null;
        }
        restUntil = begin + SHARE * (context.currentSystemTimeMs() - begin);
    }

    private void write(String date, long timestamp) {
        DigestEdition edition = edition(date);
        String before = published.get(date);
        if (edition == null) {
            if (before != null) {
                published.delete(date);
                context.forward(new Record<>(date, null, timestamp));
            }
            return;
        }
        Fingerprint after = Fingerprint.of(edition);
        if (after.sha256().equals(before)) {
            return;
        }
        if (after.bytes() > StreamsSettings.MOST_VALUE_BYTES) {
            LOG.error("edition {} has {} bytes and fits into no record; it stays as it was", date, after.bytes());
            meters.oversizedEditions().increment();
            return;
        }
        published.put(date, after.sha256());
        context.forward(new Record<>(date, edition, timestamp));
        meters.editions().increment();
    }

    private @Nullable DigestEdition edition(String date) {
        List<FiledEntry> entries = new ArrayList<>();
        List<Filing.Delivery> deliveries = new ArrayList<>();
        try (KeyValueIterator<String, Filing> filed = filings.prefixScan(date + "/", new StringSerializer())) {
            while (filed.hasNext()) {
                Filing filing = filed.next().value;
                if (filing instanceof Filing.Entry entry) {
                    entries.add(entry.entry());
                } else if (filing instanceof Filing.Delivery delivery) {
                    deliveries.add(delivery);
                }
            }
        }
        return entries.isEmpty() ? null : assembly.edition(LocalDate.parse(date), entries, deliveries);
    }
}
