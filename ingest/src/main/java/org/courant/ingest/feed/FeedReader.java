package org.courant.ingest.feed;

import com.google.re2j.Pattern;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.courant.ingest.http.Answer;
import org.courant.schemas.text.LowerCase;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads a document as the kind of feed that it turns out to be, whatever its media type says. */
public final class FeedReader {
    private static final Pattern SPACE = Pattern.compile("^[\\x{feff}\\s]+");
    /** An object, or a list of them; a bracket before markup is somebody's slip. */
    private static final Pattern JSON = Pattern.compile("^(?:\\{|\\[\\s*(?:[\\[{\\]\"]|$))");

    private static final int SNIFFED_BYTES = 1024;

    private FeedReader() {}

    /**
     * Reads a feed.
     *
     * @param contentType value of the HTTP header, for its charset; may be empty
     * @param fetched where the document came from; relative addresses are resolved against it in the last resort
     */
    public static FeedResult read(byte[] document, String contentType, URI fetched) {
        String beginning = new String(document, 0, Math.min(document.length, SNIFFED_BYTES), StandardCharsets.UTF_8);
        String start = SPACE.matcher(beginning).replaceFirst("");
        if (start.isEmpty()) {
            return new FeedResult.NotAFeed("is empty");
        }
        if (JSON.matcher(start).find()) {
            return new JsonFeedReader(fetched).read(document);
        }
        Xml xml = SafeXml.parse(document, contentType);
        FeedResult result = xml instanceof Xml.Parsed parsed
                ? read(parsed.root(), fetched)
                : new FeedResult.NotAFeed(((Xml.Unreadable) xml).reason());
        boolean page = result instanceof FeedResult.NotAFeed && isPage(start);
        return page ? new FeedResult.NotAFeed(pageReason(document, contentType, fetched)) : result;
    }

    /**
     * Why a document is not the feed that a source was said to have.
     *
     * @param otherwise what to say of one that is some other feed
     */
    public static String objection(Answer.Ok ok, String otherwise) {
        FeedResult result = read(ok.body(), ok.contentType(), ok.finalUri());
        return result instanceof FeedResult.NotAFeed other ? other.reason() : otherwise;
    }

    private static FeedResult read(XmlElement root, URI fetched) {
        return switch (LowerCase.of(root.name())) {
            case "rss", "rdf", "channel" -> new FeedResult.Feed(new RssReader(root, fetched).read());
            case "feed", "entry" -> new FeedResult.Feed(new AtomReader(root, fetched).read());
            default -> new FeedResult.NotAFeed("is XML with the root element '" + root.name() + "', not a feed");
        };
    }

    private static boolean isPage(String start) {
        String lower = LowerCase.of(start);
        return lower.contains("<!doctype html") || lower.contains("<html");
    }

    private static String pageReason(byte[] document, String contentType, URI fetched) {
        String page = XmlCharset.decode(document, contentType);
        Element link = Jsoup.parse(page).selectFirst("link[rel~=(?i)alternate][type~=(?i)(rss|atom|feed)][href]");
        String feed = link == null ? "" : EntryBuilder.webLink(link.attr("href"), fetched);
        return "is an HTML page, not a feed" + (feed.isEmpty() ? "" : "; it names the feed " + feed);
    }
}
