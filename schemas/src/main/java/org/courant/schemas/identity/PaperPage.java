package org.courant.schemas.identity;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the paper that an address is a page of: at arXiv and at the resolver of DOIs, at sites that show papers of
 * arXiv under their ids, and at publishers and preprint servers that have the DOI in their addresses.
 */
final class PaperPage {
    private static final Pattern AT_ARXIV =
            Pattern.compile("^/(?:abs|pdf|html|format|ps|src|e-print|list)/(.+?)(?:\\.pdf)?/*$");
    /** Sites whose pages are named by ids of arXiv. */
    private static final Set<String> READERS = Set.of(
            "alphaxiv.org",
            "ar5iv.org",
            "arxiv-vanity.com",
            "emergentmind.com",
            "hf.co",
            "huggingface.co",
            "scirate.com");

    private static final Pattern AT_READER = Pattern.compile("^/(?:abs|audio|html|overview|papers|pdf|arxiv)/([^/]+)$");
    private static final Pattern AT_PUBLISHER =
            Pattern.compile("^/(?:[a-z]+/)?doi/(?:[a-z]{2,10}/)?(10\\.\\d{4,9}/[^/]+)$");
    /** Versions and views are of one work. */
    private static final Pattern AT_PREPRINT_SERVER = Pattern.compile(
            "^/content/(?:early/[0-9/]+/)?(10\\.\\d{4,9}/[^/]+?)(?:v\\d+)?(?:\\.(?:abstract|article-info|full|full-text|full\\.pdf|pdf))?$");

    private PaperPage() {}

    /** The name of the paper; empty where the address is another page. */
    static Optional<Identity> identity(CanonicalUrl url) {
        String host = url.host().startsWith("www.") ? url.host().substring(4) : url.host();
        if (host.equals("arxiv.org") || host.endsWith(".arxiv.org")) {
            return arxiv(AT_ARXIV, url);
        }
        if (host.equals("doi.org") || host.endsWith(".doi.org")) {
            return url.path().length() < 2 ? Optional.empty() : doi(url.path().substring(1));
        }
        if (READERS.contains(host)) {
            return arxiv(AT_READER, url);
        }
        Matcher server = (host.equals("biorxiv.org") || host.equals("medrxiv.org") ? AT_PREPRINT_SERVER : AT_PUBLISHER)
                .matcher(url.path());
        return server.find() ? doi(server.group(1)) : Optional.empty();
    }

    private static Optional<Identity> arxiv(Pattern pattern, CanonicalUrl url) {
        Matcher paper = pattern.matcher(url.path());
        return paper.find() ? ArxivId.parse(paper.group(1)).map(ArxivId::identity) : Optional.empty();
    }

    private static Optional<Identity> doi(String name) {
        return Doi.parse(PercentEncoding.decode(name)).map(Doi::identity);
    }
}
