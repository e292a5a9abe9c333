package org.courant.learn.data;

import java.util.List;
import org.courant.enrich.classify.Classifier.Document;
import org.courant.schemas.SourceKind;

/**
 * A paper and where people file it.
 *
 * @param id what makes it one paper: arXiv id, else its title
 * @param title title
 * @param body abstract
 * @param categories arXiv categories, as far as known
 * @param labels sections that it stands under, the one that most say first; at least one
 * @param origin list that the label comes from
 */
public record LabelledPaper(
        String id, String title, String body, List<String> categories, List<String> labels, String origin) {
    public LabelledPaper {
        categories = List.copyOf(categories);
        labels = List.copyOf(labels);
    }

    /** The first label, which training goes by. */
    public String label() {
        return labels.get(0);
    }

    /** What the classifier is shown. */
    public Document document() {
        return new Document(title, body, categories, SourceKind.ARXIV);
    }

    /** What a classifier is shown that must judge by the text alone. */
    public String text() {
        return title + ". " + body;
    }

    /** The same under other labels. */
    public LabelledPaper labelled(List<String> others) {
        return new LabelledPaper(id, title, body, categories, others, origin);
    }
}
