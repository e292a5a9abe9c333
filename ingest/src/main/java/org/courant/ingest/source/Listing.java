package org.courant.ingest.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.courant.ingest.text.CleanText;
import org.courant.ingest.text.ContentHash;
import org.courant.ingest.text.Excerpt;
import org.courant.schemas.SourceItem;

/**
 * Gathers what a source lists: things become items if they have a title or a text, of bounded size, so that every item
 * fits into a record; all others are rejected.
 */
public final class Listing {
    /** Longest title; what is longer is no title. */
    public static final int MAX_TITLE = 2_000;
    /** Longest body; what is longer is cut where a reader would pause. */
    public static final int MAX_BODY = 100_000;
    /** Longest URL; what is longer is no address. */
    public static final int MAX_URL = 4_000;

    /** Most things of one poll, so that a poll fits into a transaction; arXiv's longest feed has 2,000. */
    public static final int MAX_LISTED = 10_000;

    private static final int MADE_UP_TITLE = 100;
    private static final int MAX_AUTHORS = 1_000;
    private static final int MAX_CATEGORIES = 100;
    private static final int MAX_NAME = 200;
    private static final int MAX_ATTRIBUTE = 1_000;

    private final Poll poll;
    private final String fetchUrl;
    private final List<SourceItem> items = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    /** A listing of what was found at a URL. */
    public Listing(Poll poll, String fetchUrl) {
        this.poll = poll;
        this.fetchUrl = fetchUrl;
    }

    /** The beginning of an item; title, body, URL and so on are to be set by the connector. */
    public SourceItem.Builder draft(String itemId) {
        return SourceItem.newBuilder()
                .setItemId(itemId)
                .setSourceId(poll.source().getId())
                .setSourceKind(poll.source().getSourceKind())
                .setSourceName(poll.source().getName())
                .setTitle("")
                .setBody("")
                .setUrl(poll.source().getUrl())
                .setIdentities(List.of())
                .setAuthors(List.of())
                .setCategories(List.of())
                .setVersion(1)
                .setAttributes(Map.of())
                .setFetchedAt(poll.now())
                .setFetchUrl(fetchUrl);
    }

    /** Adds an item if it can be one. */
    public void add(SourceItem.Builder draft, Supplier<byte[]> raw) {
        if (size() >= MAX_LISTED) {
            rejectTheRest();
            return;
        }
        String title = draft.getTitle().isEmpty() ? Excerpt.title(draft.getBody(), MADE_UP_TITLE) : draft.getTitle();
        String problem = problem(draft, title);
        if (!problem.isEmpty()) {
            reject(draft.getItemId(), raw.get(), problem);
            return;
        }
        draft.setTitle(title)
                .setBody(Excerpt.of(draft.getBody(), MAX_BODY))
                .setAuthors(bounded(draft.getAuthors(), MAX_AUTHORS))
                .setCategories(bounded(draft.getCategories(), MAX_CATEGORIES))
                .setAttributes(bounded(draft.getAttributes()));
        items.add(draft.setContentHash(ContentHash.of(draft)).build());
    }

    /** Makes an item of one thing; whatever that throws rejects this thing alone, and the next goes on. */
    public void attempt(Supplier<String> itemId, Supplier<byte[]> raw, Runnable making) {
        String problem = Attempt.of(
                () -> {
                    making.run();
                    return "";
                },
                thrown -> thrown);
        if (!problem.isEmpty()) {
            reject(itemId.get(), raw.get(), problem);
        }
    }

    /** Adds something that cannot be an item. */
    public void reject(String itemId, byte[] raw, String reason) {
        if (size() > MAX_LISTED) {
            return;
        }
        rejected.add(new Rejected(CleanText.line(Excerpt.of(itemId, MAX_ATTRIBUTE)), raw, reason));
    }

    private void rejectTheRest() {
        if (size() == MAX_LISTED) {
            reject(
                    poll.source().getId(),
                    new byte[0],
                    "The source lists more than " + MAX_LISTED + " things; the rest is left out");
        }
    }

    /** How many things were added so far. */
    public int size() {
        return items.size() + rejected.size();
    }

    public Fetched.Items toItems(CursorChange change, LocalDate batchDate, boolean more) {
        return new Fetched.Items(items, rejected, change, batchDate, size(), more);
    }

    private static String problem(SourceItem.Builder draft, String title) {
        if (title.isEmpty()) {
            return "The item has neither title nor text; the source has to give it one";
        }
        if (title.length() > MAX_TITLE) {
            return "The title is " + title.length() + " characters long, more than " + MAX_TITLE
                    + "; the source has to shorten it";
        }
        return draft.getUrl().length() > MAX_URL
                ? "The URL is " + draft.getUrl().length() + " characters long, more than " + MAX_URL
                : "";
    }

    private static List<String> bounded(List<String> names, int most) {
        return names.stream()
                .limit(most)
                .map(name -> Excerpt.of(name, MAX_NAME))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Map<String, String> bounded(Map<String, String> attributes) {
        Map<String, String> bounded = new TreeMap<>(attributes);
        bounded.replaceAll((name, value) -> Excerpt.of(value, MAX_ATTRIBUTE));
        return bounded;
    }
}
