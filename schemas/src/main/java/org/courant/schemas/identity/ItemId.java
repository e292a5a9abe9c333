package org.courant.schemas.identity;

import org.courant.schemas.text.LowerCase;

/** Ids of items: one delivered version of one thing at one source. */
public final class ItemId {
    private ItemId() {}

    /** {@code arxiv:2606.23595v1@cs.AI}: a version of a paper in the feed of a category. */
    public static String arxiv(ArxivId paper, String category) {
        int version = Math.max(1, paper.version());
        return "arxiv:" + paper.id() + "v" + version + "@" + ArxivCategory.canonical(category);
    }

    /** {@code discourse:discuss.huggingface.co:1234}: a topic of a forum. */
    public static String topic(String host, long topic) {
        return "discourse:" + LowerCase.of(host) + ":" + topic;
    }

    /** {@code feed:<source id>:<guid>}: an entry of a feed. */
    public static String feedEntry(String sourceId, String guid) {
        return "feed:" + sourceId + ":" + guid;
    }
}
