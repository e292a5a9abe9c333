package org.courant.publish.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A window that notes what a page must not do: fail, ask, or talk to anybody else. */
final class Window implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final List<String> misdeeds = new CopyOnWriteArrayList<>();

    Window(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(30_000);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                misdeeds.add("console: " + message.text());
            }
        });
        page.onPageError(error -> misdeeds.add("error: " + error));
        page.onDialog(dialog -> {
            misdeeds.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith("http://127.0.0.1:")) {
                misdeeds.add("request: " + request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Goes to a path and waits until the page stands. */
    Window go(String path) {
        page.navigate(path);
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** The element of these that shows a text. */
    Locator find(String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text))
                .first();
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** Keeps a picture of the window under {@code target/screenshots}. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Asks axe what a person who cannot see, point or tell colours apart would stumble over. */
    void assertAccessible() {
        page.evaluate(axe());
        Object violations = page.evaluate(
                "() => axe.run().then(result => result.violations.map(violation => "
                        + "violation.id + ': ' + violation.nodes.map(node => node.html.slice(0, 200)).slice(0, 3).join(' | ')))");
        assertThat((List<?>) violations).as(page.url()).isEmpty();
    }

    private static String axe() {
        try (InputStream file = Objects.requireNonNull(
                Window.class.getResourceAsStream("/axe.min.js"), "axe.min.js comes with axe's library")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void assertWellBehaved() {
        assertThat(misdeeds).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
