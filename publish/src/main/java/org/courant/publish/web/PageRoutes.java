package org.courant.publish.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.courant.publish.page.Assets;
import org.courant.publish.page.EditionModels;
import org.courant.publish.page.Links;
import org.courant.publish.page.MessagePage;
import org.courant.publish.page.PageModels;
import org.courant.publish.page.Pages;
import org.courant.publish.view.DigestView;
import org.courant.publish.view.SearchKey;
import org.courant.schemas.DigestEdition;

/** The pages that people read. */
final class PageRoutes {
    private static final String HTML = "text/html; charset=utf-8";

    private final Supplier<DigestView> view;
    private final BooleanSupplier viewIsReady;
    private final PageModels models;
    private final EditionModels editions;
    private final Assets assets = new Assets();
    private final Pages pages = new Pages(assets);

    PageRoutes(Supplier<DigestView> view, BooleanSupplier viewIsReady, InstantSource clock) {
        this.view = view;
        this.viewIsReady = viewIsReady;
        this.models = new PageModels(clock);
        this.editions = new EditionModels(clock);
    }

    void addTo(RoutesConfig routes) {
        Routes.get(routes, "/", this::newest);
        Routes.get(routes, "/editions/{date}", this::edition);
        Routes.get(routes, "/editions/{date}/<section>", this::section);
        Routes.get(routes, "/entries/<id>", this::entry);
        Routes.get(routes, "/search", this::search);
        Routes.get(routes, "/assets/{name}", this::asset);
    }

    /** A page for a request that could not be answered. */
    void error(Context context, String title, String detail) {
        html(context, pages.message(MessagePage.error(title, detail)));
    }

    private void newest(Context context) {
        DigestView digest = view.get();
        Optional<DigestEdition> newest = digest.editions().stream().findFirst();
        if (newest.isPresent()) {
            edition(context, newest.get().getDate());
        } else if (viewIsReady.getAsBoolean()) {
            html(context, pages.message(models.empty(digest)));
        } else {
            context.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "5");
            html(context, pages.message(MessagePage.starting()));
        }
    }

    private void edition(Context context) {
        edition(context, date(context));
    }

    private void edition(Context context, LocalDate date) {
        html(
                context,
                editions.edition(view.get(), date, Parameters.kind(context))
                        .map(pages::edition)
                        .orElseThrow(() -> new NotFoundResponse("There is no edition of " + date + ".")));
    }

    private void section(Context context) {
        LocalDate date = date(context);
        String section = context.pathParam("section");
        int number = Parameters.integer(context, "page", 1, 1, 100_000);
        html(
                context,
                editions.section(view.get(), date, section, Parameters.kind(context), number)
                        .map(pages::section)
                        .orElseThrow(() -> new NotFoundResponse("The edition of %s has no page %d of section '%s'."
                                .formatted(date, number, Parameters.shorten(section)))));
    }

    private void entry(Context context) {
        String id = context.pathParam("id");
        DigestView digest = view.get();
        Optional<byte[]> page = models.entry(digest, id).map(pages::entry);
        if (page.isPresent()) {
            html(context, page.get());
            return;
        }
        String survivor = digest.survivorOf(id)
                .orElseThrow(() -> new NotFoundResponse("There is no entry '" + Parameters.shorten(id)
                        + "'. It may have been withdrawn by its source."));
        context.redirect(Links.toEntry(survivor), HttpStatus.PERMANENT_REDIRECT);
    }

    private void search(Context context) {
        String query = Parameters.text(context, "q").orElse("");
        Optional<SearchKey> after = Parameters.read(context, "cursor", "the one of the page before", SearchKey::parse);
        html(context, pages.search(models.search(view.get(), query, Parameters.kind(context), after)));
    }

    private void asset(Context context) {
        String name = context.pathParam("name");
        Assets.Asset asset = assets.get(name)
                .orElseThrow(() -> new NotFoundResponse("There is no file '" + Parameters.shorten(name) + "'."));
        context.contentType(asset.type())
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .result(asset.content());
    }

    private static LocalDate date(Context context) {
        String text = context.pathParam("date");
        return Parameters.date(text)
                .orElseThrow(() ->
                        new NotFoundResponse("'" + Parameters.shorten(text) + "' is no date such as 2026-06-24."));
    }

    private static void html(Context context, byte[] page) {
        // Ages change by the minute, so a browser asks each time and mostly hears that nothing has changed.
        context.contentType(HTML).header("Cache-Control", "no-cache").result(page);
    }
}
