package org.courant.schemas.identity;

import java.util.Map;

/** arXiv categories: some have two names, some old archives have become categories of another. */
public final class ArxivCategory {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("math.MP", "math-ph"),
            Map.entry("stat.TH", "math.ST"),
            Map.entry("math.IT", "cs.IT"),
            Map.entry("q-fin.EC", "econ.GN"),
            Map.entry("cs.SY", "eess.SY"),
            Map.entry("cs.NA", "math.NA"),
            Map.entry("acc-phys", "physics.acc-ph"),
            Map.entry("adap-org", "nlin.AO"),
            Map.entry("alg-geom", "math.AG"),
            Map.entry("ao-sci", "physics.ao-ph"),
            Map.entry("atom-ph", "physics.atom-ph"),
            Map.entry("bayes-an", "physics.data-an"),
            Map.entry("chao-dyn", "nlin.CD"),
            Map.entry("chem-ph", "physics.chem-ph"),
            Map.entry("cmp-lg", "cs.CL"),
            Map.entry("comp-gas", "nlin.CG"),
            Map.entry("dg-ga", "math.DG"),
            Map.entry("funct-an", "math.FA"),
            Map.entry("mtrl-th", "cond-mat.mtrl-sci"),
            Map.entry("patt-sol", "nlin.PS"),
            Map.entry("plasm-ph", "physics.plasm-ph"),
            Map.entry("q-alg", "math.QA"),
            Map.entry("solv-int", "nlin.SI"),
            Map.entry("supr-con", "cond-mat.supr-con"));

    private ArxivCategory() {}

    /** The one name by which Courant knows a category; a name without alias is its own. */
    public static String canonical(String category) {
        String trimmed = category.strip();
        return ALIASES.getOrDefault(trimmed, trimmed);
    }
}
