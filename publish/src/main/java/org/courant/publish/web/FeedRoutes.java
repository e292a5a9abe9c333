package org.courant.publish.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.courant.publish.feed.Feed;
import org.courant.publish.feed.FeedFormat;
import org.courant.publish.feed.Opml;
import org.courant.publish.page.KindFilter;
import org.courant.publish.page.Links;
import org.courant.publish.view.DigestView;
import org.courant.publish.view.EntryFilter;
import org.courant.schemas.SourceKind;

/** Feeds of the whole digest, of each section and of each kind of source. */
final class FeedRoutes {
    private static final Pattern FILE = Pattern.compile("(.+)\\.(atom|rss|json)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+\\](:\\d{1,5})?");

    private final Supplier<DigestView> view;
    private final Optional<String> publicUrl;

    FeedRoutes(Supplier<DigestView> view, Optional<String> publicUrl) {
        this.view = view;
        this.publicUrl = publicUrl;
    }

    void addTo(RoutesConfig routes) {
        Routes.get(routes, "/feeds/kinds/{file}", this::kind);
        Routes.get(routes, "/feeds/<file>", this::section);
        Routes.get(routes, "/sources.opml", this::sources);
    }

    private void section(Context context) {
        Matcher file = file(context);
        String name = file.group(1);
        if (name.equals("all")) {
            answer(context, file, EntryFilter.ALL, "Courant", "/feeds/all");
            return;
        }
        String title = view.get()
                .sectionTitle(name)
                .orElseThrow(() -> new NotFoundResponse(
                        "no section '" + Parameters.shorten(name) + "'; /api/sections lists them"));
        answer(context, file, EntryFilter.ALL.withSection(name), "Courant: " + title, Links.toFeed(name));
    }

    private void kind(Context context) {
        Matcher file = file(context);
        SourceKind kind = KindFilter.parse(file.group(1))
                .orElseThrow(() -> new NotFoundResponse("no kind of source '" + Parameters.shorten(file.group(1))
                        + "'; there are arxiv, forum and media"));
        String name = KindFilter.name(kind);
        answer(context, file, EntryFilter.ALL.withKind(kind), "Courant: " + name, "/feeds/kinds/" + name);
    }

    private void sources(Context context) {
        context.contentType("text/x-opml; charset=utf-8")
                .header("Cache-Control", "no-cache")
                .result(Opml.write(view.get().definitions()));
    }

    private static Matcher file(Context context) {
        Matcher file = FILE.matcher(context.pathParam("file"));
        if (!file.matches()) {
            throw new NotFoundResponse("feeds end in .atom, .rss or .json");
        }
        return file;
    }

    private void answer(Context context, Matcher file, EntryFilter filter, String title, String path) {
        FeedFormat format = FeedFormat.ofEnding(file.group(2)).orElseThrow();
        Feed feed = Feed.of(view.get(), filter, title, path, base(context));
        String modified =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(feed.updated().atZone(ZoneOffset.UTC));
        context.header("Cache-Control", "no-cache").contentType(format.mediaType());
        if (!feed.updated().equals(Instant.EPOCH)) {
            context.header("Last-Modified", modified);
        }
        // Only for who knows no validator, and only the very date: times of a replay do not grow.
        if (context.header("If-None-Match") == null && modified.equals(context.header("If-Modified-Since"))) {
            context.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        context.result(format.write(feed));
    }

    private String base(Context context) {
        return publicUrl.orElseGet(() -> {
            String host = Optional.ofNullable(context.header("Host")).orElse("");
            return context.scheme() + "://" + (HOST.matcher(host).matches() ? host : "localhost");
        });
    }
}
