package org.courant.publish.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine; nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setChromiumSandbox(false)
                        .setArgs(List.of("--disable-gpu", "--disable-background-networking")));
    }

    /** Starts it; where there is none, the test is skipped. */
    static Chromium require() {
        Optional<Path> executable = find();
        if (executable.isEmpty()) {
            System.out.println("skipped: there is no browser; install chromium or name one in COURANT_BROWSER");
        }
        Assumptions.assumeTrue(executable.isPresent(), "skipped: there is no browser");
        return new Chromium(executable.orElseThrow());
    }

    private static Optional<Path> find() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("COURANT_BROWSER")),
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> "/usr/bin/" + name))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window with nothing in it: no cookies, no cache. */
    Window open(Browser.NewContextOptions options, String base) {
        return new Window(browser.newContext(options.setBaseURL(base)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
