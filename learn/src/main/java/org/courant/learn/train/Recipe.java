package org.courant.learn.train;

/**
 * What a model is made of.
 *
 * @param ngrams use n-grams of words and characters
 * @param vectors use the text's vector
 * @param cost what an error costs; higher fits closer
 * @param importance of a paper that has its section from arXiv categories only, beside one that people filed
 * @param mostByCategory papers of a section that have it from categories only
 */
public record Recipe(boolean ngrams, boolean vectors, double cost, double importance, int mostByCategory) {
    /** The model that ships. */
    public static final Recipe SHIPPED = new Recipe(true, true, 0.3, 0.2, 60);

    public static final Recipe NGRAMS_ONLY = new Recipe(true, false, 0.3, 0.2, 60);
    public static final Recipe VECTORS_ONLY = new Recipe(false, true, 5, 0.2, 60);
}
