package org.courant.learn.evaluate;

import java.util.List;
import java.util.Locale;

/** Pictures of what was measured, as SVG: text that any browser shows and that two runs write alike. */
public final class Pictures {
    private static final int SIDE = 400;
    private static final int EDGE = 60;

    private Pictures() {}

    /**
     * Accuracy against confidence: on the diagonal a score is the share of right decisions; areas show how many there
     * are.
     */
    public static String reliability(Row row) {
        StringBuilder svg = begin(SIDE + 2 * EDGE, SIDE + 2 * EDGE, row.name() + ": reliability");
        line(svg, EDGE, EDGE + SIDE, EDGE + SIDE, EDGE, "#bbb");
        int all = row.all().size();
        for (Measures.Bin bin : Measures.bins(row.all())) {
            double radius = 3 + 30 * Math.sqrt(bin.count() / (double) all);
            dot(svg, EDGE + bin.confidence() * SIDE, EDGE + (1 - bin.accuracy()) * SIDE, radius);
        }
        axes(svg, "confidence", "share right");
        return svg.append("</svg>\n").toString();
    }

    /** Where papers of each section went, as shares of the section. */
    public static String confusion(Row row) {
        List<String> sections = row.sections();
        int cell = 44;
        int left = 130;
        StringBuilder svg = begin(
                left + cell * sections.size() + 20, left + cell * sections.size() + 20, row.name() + ": confusion");
        for (int i = 0; i < sections.size(); i++) {
            String there = sections.get(i);
            text(svg, left - 6, left + cell * i + 27, "end", there);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text transform='translate(%d,%d) rotate(-60)' font-size='12'>%s</text>%n",
                    left + cell * i + 25,
                    left - 8,
                    escape(there)));
            List<Judged> ofSection = row.all().stream()
                    .filter(judged -> judged.truth().equals(there))
                    .toList();
            for (int j = 0; j < sections.size(); j++) {
                String chosen = sections.get(j);
                double share = ofSection.stream()
                                .filter(judged -> judged.verdict().section().equals(chosen))
                                .count()
                        / (double) Math.max(1, ofSection.size());
                square(svg, left + cell * j, left + cell * i, cell, share);
            }
        }
        return svg.append("</svg>\n").toString();
    }

    /** Macro-F1 against the time of a verdict on a logarithmic scale from 10 microseconds to 100 milliseconds. */
    public static String curve(List<Row> rows) {
        StringBuilder svg = begin(SIDE + 2 * EDGE + 160, SIDE + 2 * EDGE, "quality against cost");
        for (Row row : rows) {
            double decades = Math.log10(Math.max(10, row.microseconds())) - 1;
            double x = EDGE + SIDE * Math.min(1, decades / 4);
            double y = EDGE + (1 - row.macroF1().mean()) * SIDE;
            dot(svg, x, y, 5);
            text(svg, (int) x + 8, (int) y + 4, "start", row.name());
        }
        axes(svg, "10 microseconds to 100 milliseconds a paper, logarithmic", "macro-F1");
        return svg.append("</svg>\n").toString();
    }

    private static StringBuilder begin(int width, int height, String title) {
        return new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif'>%n"
                        + "<title>%s</title>%n<rect width='100%%' height='100%%' fill='white'/>%n",
                width,
                height,
                escape(title)));
    }

    private static void axes(StringBuilder svg, String horizontal, String vertical) {
        line(svg, EDGE, EDGE + SIDE, EDGE + SIDE, EDGE + SIDE, "black");
        line(svg, EDGE, EDGE, EDGE, EDGE + SIDE, "black");
        text(svg, EDGE + SIDE / 2, EDGE + SIDE + 40, "middle", horizontal);
        text(svg, EDGE, EDGE - 14, "middle", vertical);
        for (int i = 0; i <= 5; i++) {
            text(svg, EDGE - 8, EDGE + SIDE - i * SIDE / 5 + 4, "end", String.format(Locale.ROOT, "%.1f", i / 5.0));
        }
    }

    private static void square(StringBuilder svg, int x, int y, int size, double share) {
        int shade = (int) Math.round(255 - 200 * share);
        svg.append(String.format(
                Locale.ROOT,
                "<rect x='%d' y='%d' width='%d' height='%d' fill='rgb(%d,%d,255)' stroke='#ddd'/>%n",
                x,
                y,
                size,
                size,
                shade,
                shade));
        if (share >= 0.005) {
            text(svg, x + size / 2, y + 27, "middle", String.format(Locale.ROOT, "%.2f", share));
        }
    }

    private static void dot(StringBuilder svg, double x, double y, double radius) {
        svg.append(String.format(
                Locale.ROOT,
                "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='#3366cc' fill-opacity='0.7'/>%n",
                x,
                y,
                radius));
    }

    private static void line(StringBuilder svg, int x1, int y1, int x2, int y2, String colour) {
        svg.append(String.format(
                Locale.ROOT, "<line x1='%d' y1='%d' x2='%d' y2='%d' stroke='%s'/>%n", x1, y1, x2, y2, colour));
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x='%d' y='%d' font-size='12' text-anchor='%s'>%s</text>%n",
                x,
                y,
                anchor,
                escape(text)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
