package org.courant.ingest.text;

import org.courant.schemas.text.LowerCase;
import org.jsoup.nodes.Element;

/** Finds the TeX behind a formula: what MathJax, KaTeX, MathML and forums put into a page. */
final class Tex {
    private Tex() {}

    /** The formula between dollars, byte for byte; empty if the element is none. */
    static String of(Element element) {
        return switch (element.normalName()) {
            case "script" -> ofScript(element);
            case "math" -> ofMathMl(element);
            case "img" -> ofImage(element);
            case "span", "div" -> ofMarked(element);
            default -> "";
        };
    }

    /** Whether an element only shows a formula that stands beside it as TeX. */
    static boolean isRendering(Element element) {
        return element.hasClass("katex-html")
                || element.hasClass("MathJax_Preview")
                || element.hasClass("MathJax")
                || element.hasClass("MathJax_Display");
    }

    private static String ofScript(Element script) {
        String type = LowerCase.of(script.attr("type"));
        return type.startsWith("math/tex") ? delimited(script.data(), type.contains("display")) : "";
    }

    private static String ofMathMl(Element math) {
        Element annotation = math.selectFirst("annotation[encoding=application/x-tex]");
        boolean display = math.attr("display").equals("block");
        return annotation == null ? "" : delimited(annotation.wholeText(), display);
    }

    private static String ofImage(Element image) {
        return image.hasClass("latex") || image.hasClass("tex") ? delimited(image.attr("alt"), false) : "";
    }

    private static String ofMarked(Element element) {
        boolean formula = element.hasClass("math") && element.childrenSize() == 0;
        return formula ? delimited(element.wholeText(), element.normalName().equals("div")) : "";
    }

    private static String delimited(String tex, boolean display) {
        String exact = tex.strip();
        if (exact.isEmpty() || exact.startsWith("$") || exact.startsWith("\\(") || exact.startsWith("\\[")) {
            return exact;
        }
        return display ? "$$" + exact + "$$" : "$" + exact + "$";
    }
}
