package org.courant.cli.sources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.courant.ingest.definition.SourceDefinitions;
import org.courant.schemas.Source;
import org.courant.service.settings.InvalidSettings;
import org.courant.service.settings.Problems;
import org.courant.service.settings.SettingsFile;

/** The source that a test is about: one of the list, or one that is made up from a URL. */
final class TrialSource {
    private TrialSource() {}

    /**
     * Finds it.
     *
     * @param kind connector of a URL: arxiv, discourse or feed
     * @throws InvalidSettings if there is no such source
     */
    static Source of(String nameOrUrl, String kind, boolean allowPrivate, SourceDefinitions listed) {
        if (!nameOrUrl.startsWith("http://") && !nameOrUrl.startsWith("https://")) {
            return listed.sources().stream()
                    .filter(source -> source.getId().equals(nameOrUrl))
                    .findFirst()
                    .orElseThrow(() -> unknown(nameOrUrl, listed));
        }
        Problems problems = new Problems(nameOrUrl);
        String yaml = "sources: [{id: test, kind: %s, url: '%s', allowPrivateAddresses: %s%s}]"
                .formatted(kind, base(nameOrUrl, kind).replace("'", "''"), allowPrivate, category(nameOrUrl, kind));
        Optional<Source> made = SourceDefinitions.from(SettingsFile.parse(yaml, Map.of(), problems)).sources().stream()
                .findFirst();
        problems.throwIfAny();
        return made.orElseThrow();
    }

    /** {@code https://rss.arxiv.org/rss/cs.AI} is the base and the category of an arXiv source. */
    private static String base(String url, String kind) {
        return kind.equals("arxiv") ? url.replaceFirst("/(rss|atom)/[^/]+/?$", "") : url;
    }

    private static String category(String url, String kind) {
        if (!kind.equals("arxiv")) {
            return "";
        }
        boolean atom = url.matches(".*/atom/[^/]+/?$");
        return ", category: '%s', format: %s"
                .formatted(url.replaceFirst("/$", "").replaceFirst(".*/", ""), atom ? "atom" : "rss");
    }

    private static InvalidSettings unknown(String id, SourceDefinitions listed) {
        List<String> ids = listed.sources().stream().map(Source::getId).toList();
        return new InvalidSettings(List.of("'" + id + "' is neither a URL nor the id of a source in the settings; "
                + (ids.isEmpty() ? "they list none" : "they list " + String.join(", ", ids))));
    }
}
