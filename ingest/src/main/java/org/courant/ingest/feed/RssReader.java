package org.courant.ingest.feed;

import com.google.re2j.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.courant.schemas.text.LowerCase;

/**
 * Reads RSS 0.9x, 1.0 and 2.0, whose elements differ by little more than the place of their items: in the channel or
 * beside it.
 */
final class RssReader {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,7}");

    private final Vocabulary names;
    private final XmlElement root;
    private final URI fetched;

    RssReader(XmlElement root, URI fetched) {
        this.names = new Vocabulary(homes(root));
        this.root = root;
        this.fetched = fetched;
    }

    /** Namespaces that a root, a channel or an item has as its default, known or not: what is in them is plain RSS. */
    private static Set<String> homes(XmlElement root) {
        Set<String> homes = new HashSet<>();
        homes.add(root.name().equals("RDF") ? "" : root.namespace());
        for (XmlElement child : root.children()) {
            if (LowerCase.of(child.name()).equals("channel")) {
                homes.add(child.namespace());
                child.children().stream()
                        .filter(grandchild -> LowerCase.of(grandchild.name()).equals("item"))
                        .forEach(item -> homes.add(item.namespace()));
            }
        }
        return homes;
    }

    ParsedFeed read() {
        XmlElement channel =
                root.first(child -> names.name(child).equals("channel")).orElse(root);
        URI base = XmlBase.of(channel, XmlBase.of(root, fetched));
        String link = link(channel, base);
        List<ParsedEntry> entries = new ArrayList<>();
        URI entryBase = declaresBase(channel) || link.isEmpty() ? base : URI.create(link);
        for (XmlElement item : items()) {
            entries.add(EntryBuilder.attempt(
                    () -> new RssItem(names, XmlBase.of(item, entryBase)).read(item), item::raw));
        }
        return new ParsedFeed(title(channel), link, entries, ttl(channel), skipHours(channel));
    }

    /** In the channel, and beside it as RSS 1.0 has them. */
    private List<XmlElement> items() {
        List<XmlElement> items = new ArrayList<>();
        channel().ifPresent(channel -> items.addAll(itemsOf(channel)));
        items.addAll(itemsOf(root));
        return items;
    }

    private Optional<XmlElement> channel() {
        return root.first(child -> names.name(child).equals("channel"));
    }

    private List<XmlElement> itemsOf(XmlElement parent) {
        return parent.children().stream()
                .filter(child -> names.name(child).equals("item"))
                .toList();
    }

    private boolean declaresBase(XmlElement channel) {
        return XmlBase.isDeclared(channel) || XmlBase.isDeclared(root);
    }

    private String title(XmlElement channel) {
        return child(channel, "title")
                .map(TextConstruct::guessed)
                .map(TextConstruct::line)
                .orElse("");
    }

    private String link(XmlElement channel, URI base) {
        return child(channel, "link")
                .map(XmlElement::text)
                .or(() -> channel.first(this::isAlternate).flatMap(link -> link.attribute("href")))
                .map(address -> EntryBuilder.webLink(address, base))
                .orElse("");
    }

    private boolean isAlternate(XmlElement element) {
        return names.name(element).equals("atom:link")
                && element.attribute("rel").orElse("alternate").equals("alternate");
    }

    private Optional<Duration> ttl(XmlElement channel) {
        return child(channel, "ttl")
                .map(element -> element.text().strip())
                .filter(minutes -> DIGITS.matcher(minutes).matches())
                .map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)))
                .filter(duration -> !duration.isZero());
    }

    private Set<Integer> skipHours(XmlElement channel) {
        Set<Integer> hours = new HashSet<>();
        for (XmlElement hour :
                child(channel, "skiphours").map(XmlElement::children).orElse(List.of())) {
            String digits = hour.text().strip();
            if (LowerCase.of(hour.name()).equals("hour")
                    && DIGITS.matcher(digits).matches()) {
                // RSS 0.91 counts to 24, later versions from 0.
                hours.add(Integer.parseInt(digits) % 24);
            }
        }
        return hours;
    }

    private Optional<XmlElement> child(XmlElement parent, String name) {
        return parent.first(
                child -> names.name(child).equals(name) && !child.text().isBlank());
    }
}
