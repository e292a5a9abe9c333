package org.courant.publish.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.courant.publish.json.EditionJson;
import org.courant.publish.json.EntryJson;
import org.courant.publish.json.SourceJson;
import org.courant.publish.page.Links;
import org.courant.publish.view.DigestView;
import org.courant.publish.view.EntryFilter;
import org.courant.publish.view.EntryKey;
import org.courant.publish.view.SearchKey;
import org.courant.publish.view.SearchResult;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.jspecify.annotations.Nullable;

/** The digest as JSON, below {@code /api}. Lists come in pages; {@code next} leads to the one after. */
final class ApiRoutes {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;

    private final Supplier<DigestView> view;

    ApiRoutes(Supplier<DigestView> view) {
        this.view = view;
    }

    /**
     * A page of a list.
     *
     * @param next cursor of the page after it; null if this is the last
     */
    record Page<T>(List<T> items, @Nullable String next) {}

    record SectionJson(String id, String title, int entries) {}

    void addTo(RoutesConfig routes) {
        Routes.get(routes, "/api/entries", this::entries);
        Routes.get(routes, "/api/entries/<id>", this::entry);
        Routes.get(routes, "/api/editions", this::editions);
        Routes.get(routes, "/api/editions/{date}", this::edition);
        Routes.get(routes, "/api/sources", this::sources);
        Routes.get(routes, "/api/sections", this::sections);
    }

    private void entries(Context context) {
        EntryFilter filter = new EntryFilter(
                Parameters.text(context, "section"),
                Parameters.text(context, "source"),
                Parameters.date(context, "edition"),
                Parameters.kind(context));
        int limit = Parameters.integer(context, "limit", DEFAULT_LIMIT, 1, MOST);
        Optional<String> query = Parameters.text(context, "q");
        if (query.isPresent()) {
            search(context, query.get(), filter, limit);
            return;
        }
        Optional<EntryKey> after = Parameters.read(context, "cursor", "the 'next' of the page before", EntryKey::parse);
        // One more than asked for tells whether there is a next page.
        List<DigestEntry> found = view.get().entries(filter, after, limit + 1);
        List<DigestEntry> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? EntryKey.of(page.get(limit - 1)).cursor() : null;
        answer(context, new Page<>(page.stream().map(EntryJson::of).toList(), next));
    }

    private void search(Context context, String query, EntryFilter filter, int limit) {
        Optional<SearchKey> after =
                Parameters.read(context, "cursor", "the 'next' of the page before", SearchKey::parse);
        List<SearchResult.Hit> found =
                view.get().search(query, filter, after, limit + 1).hits();
        List<SearchResult.Hit> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.get(limit - 1).key().cursor() : null;
        answer(
                context,
                new Page<>(page.stream().map(hit -> EntryJson.of(hit.entry())).toList(), next));
    }

    private void entry(Context context) {
        String id = context.pathParam("id");
        Optional<DigestEntry> entry = view.get().entry(id);
        if (entry.isPresent()) {
            json(context, EntryJson.of(entry.get()));
            return;
        }
        Optional<String> survivor = view.get().survivorOf(id);
        if (survivor.isEmpty()) {
            throw new NotFoundResponse("no entry '" + Parameters.shorten(id) + "'");
        }
        context.redirect("/api" + Links.toEntry(survivor.get()), HttpStatus.PERMANENT_REDIRECT);
    }

    private void editions(Context context) {
        int limit = Parameters.integer(context, "limit", DEFAULT_LIMIT, 1, MOST);
        LocalDate before = Parameters.date(context, "cursor").orElse(LocalDate.MAX);
        List<DigestEdition> found = view.get().editions().stream()
                .filter(edition -> edition.getDate().isBefore(before))
                .limit(limit + 1L)
                .toList();
        List<DigestEdition> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.get(limit - 1).getDate().toString() : null;
        answer(context, new Page<>(page.stream().map(EditionJson.Summary::of).toList(), next));
    }

    private void edition(Context context) {
        String date = context.pathParam("date");
        json(
                context,
                Parameters.date(date)
                        .flatMap(view.get()::edition)
                        .map(EditionJson::of)
                        .orElseThrow(() -> new NotFoundResponse(
                                "no edition '" + Parameters.shorten(date) + "'; /api/editions lists them")));
    }

    private void sources(Context context) {
        answer(
                context,
                new Page<>(view.get().sources().stream().map(SourceJson::of).toList(), null));
    }

    private void sections(Context context) {
        DigestView digest = view.get();
        List<SectionJson> sections = digest.sections().stream()
                .map(id -> new SectionJson(id, digest.sectionTitle(id).orElse(id), digest.entryCountOfSection(id)))
                .toList();
        answer(context, new Page<>(sections, null));
    }

    private static void answer(Context context, Page<?> page) {
        if (page.next() != null) {
            context.header("Link", "<" + withCursor(context, page.next()) + ">; rel=\"next\"");
        }
        json(context, page);
    }

    private static void json(Context context, Object value) {
        context.json(value).header("Cache-Control", "no-cache");
    }

    private static String withCursor(Context context, String cursor) {
        String others = context.queryParamMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("cursor"))
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> encode(parameter.getKey()) + "=" + encode(value) + "&"))
                .collect(Collectors.joining());
        return context.path() + "?" + others + "cursor=" + encode(cursor);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
