package org.courant.ingest.definition;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.courant.schemas.Connector;
import org.courant.schemas.Source;
import org.courant.schemas.SourceKind;
import org.courant.service.settings.Durations;
import org.courant.service.settings.Section;

/** Reads one source of the list, with the defaults of its kind. */
final class DefinitionReader {
    private static final List<Connector> KINDS =
            List.of(Connector.ARXIV, Connector.DISCOURSE, Connector.FEED, Connector.FILE);
    private static final List<SourceKind> SOURCE_KINDS = List.of(SourceKind.ARXIV, SourceKind.FORUM, SourceKind.MEDIA);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration SHORTEST_AT_HOME = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Section section;
    private final Connector kind;
    private final String id;

    private DefinitionReader(Section section) {
        this.section = section;
        this.id = section.required("id", "a short name such as arxiv-cs-ai");
        section.required("kind", "arxiv, discourse, feed or file");
        this.kind = section.choice("kind", Connector.class, Connector.UNKNOWN, KINDS);
    }

    static Source read(Section section) {
        return new DefinitionReader(section).read();
    }

    private Source read() {
        checkId();
        Map<String, String> options = options();
        String url = url();
        boolean allowPrivate = section.flag("allowPrivateAddresses", false);
        Source source = Source.newBuilder()
                .setId(id)
                .setConnector(kind)
                .setSourceKind(section.choice("sourceKind", SourceKind.class, defaultSourceKind(), SOURCE_KINDS))
                .setName(section.text("name", defaultName(url, options)))
                .setUrl(url)
                .setPolitenessGroup(group(url))
                .setPollIntervalMillis(every(allowPrivate).toMillis())
                .setAllowPrivateAddresses(allowPrivate)
                .setEnabled(section.flag("enabled", true))
                .setOptions(options)
                .build();
        if (kind != Connector.UNKNOWN) {
            section.rejectUnknownKeys();
        }
        return source;
    }

    private void checkId() {
        section.read("id", "", "up to 100 letters, digits, '.', '_' and '-'", text -> {
            if (!text.isEmpty() && !text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
                throw new IllegalArgumentException();
            }
            return text;
        });
    }

    private Map<String, String> options() {
        return switch (kind) {
            case ARXIV -> arxivOptions();
            case DISCOURSE ->
                section.text("path").map(path -> Map.of("path", path)).orElse(Map.of());
            case FEED, FILE, HTTP, UNKNOWN -> Map.of();
        };
    }

    private Map<String, String> arxivOptions() {
        Map<String, String> options = new TreeMap<>();
        section.required("category", "one arXiv category such as cs.AI");
        options.put("category", section.read("category", "", "one arXiv category such as cs.AI", text -> {
            if (!text.isEmpty() && !text.matches("[a-z]+(-[a-z]+)?(\\.[A-Za-z-]+)?")) {
                throw new IllegalArgumentException();
            }
            return text;
        }));
        options.put("format", section.read("format", "rss", "rss or atom", text -> {
            if (!text.equals("rss") && !text.equals("atom")) {
                throw new IllegalArgumentException();
            }
            return text;
        }));
        return options;
    }

    private String url() {
        return switch (kind) {
            case ARXIV -> webUrl("https://rss.arxiv.org");
            case DISCOURSE -> {
                section.required("url", "the forum's address such as https://discuss.huggingface.co");
                yield webUrl("");
            }
            case FEED -> {
                section.required("url", "the feed's address such as https://example.org/feed.xml");
                yield webUrl("");
            }
            case FILE -> section.required("url", "the path of a file");
            case HTTP, UNKNOWN -> section.text("url", "");
        };
    }

    private String webUrl(String fallback) {
        return section.read("url", fallback, "an address that starts with http:// or https://", text -> {
            if (!text.isBlank() && Hosts.of(text).isEmpty()) {
                throw new IllegalArgumentException();
            }
            return text.strip();
        });
    }

    private String group(String url) {
        String host = kind == Connector.FILE ? "file:" + id : Hosts.of(url).orElse(id);
        if (kind == Connector.ARXIV || host.equals("arxiv.org") || host.endsWith(".arxiv.org")) {
            return "arxiv.org";
        }
        return section.read("group", host, "letters, digits, '.', ':', '_' and '-'", text -> {
            if (!text.matches("[A-Za-z0-9._:-]{1,200}")) {
                throw new IllegalArgumentException();
            }
            return text;
        });
    }

    private Duration every(boolean allowPrivate) {
        Duration least = allowPrivate || kind == Connector.FILE ? SHORTEST_AT_HOME : SHORTEST;
        String expected = Durations.EXPECTED + ", from " + least.toSeconds() + "s to " + LONGEST.toDays() + "d";
        return section.read("every", defaultInterval(), expected, text -> {
            Duration every = Durations.parse(text);
            if (every.compareTo(least) < 0 || every.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException();
            }
            return every;
        });
    }

    private Duration defaultInterval() {
        return switch (kind) {
            case ARXIV -> Duration.ofMinutes(30);
            case DISCOURSE -> Duration.ofMinutes(15);
            case FEED, FILE, HTTP, UNKNOWN -> Duration.ofHours(1);
        };
    }

    private SourceKind defaultSourceKind() {
        return switch (kind) {
            case ARXIV -> SourceKind.ARXIV;
            case DISCOURSE -> SourceKind.FORUM;
            case FEED, FILE, HTTP, UNKNOWN -> SourceKind.MEDIA;
        };
    }

    private String defaultName(String url, Map<String, String> options) {
        return switch (kind) {
            case ARXIV -> "arXiv " + options.getOrDefault("category", "");
            case FILE -> fileName(url);
            case DISCOURSE, FEED, HTTP, UNKNOWN -> Hosts.of(url).orElse(id);
        };
    }

    private static String fileName(String path) {
        Path name = Path.of(path).getFileName();
        return name == null ? path : name.toString();
    }
}
