package org.courant.ingest.http;

/** What kind of document a request asks for; servers may answer with another. */
public enum Accept {
    FEED("application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, "
            + "application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.6, */*;q=0.5"),
    JSON("application/json, */*;q=0.5");

    private final String header;

    Accept(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }
}
