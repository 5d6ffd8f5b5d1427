package vn.tthc.postal.label;

import java.util.Locale;

/** A drawing in SVG, in millimetres. */
final class Drawing {
    private final StringBuilder svg = new StringBuilder(4_096);

    Drawing(int width, int height, String title) {
        svg.append(String.format(
                Locale.ROOT,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>%n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$dmm\" height=\"%2$dmm\" viewBox=\"0 0 %1$d %2$d\" font-family=\"'Be Vietnam Pro', 'Noto Sans', sans-serif\" role=\"img\">%n<title>%3$s</title>%n<rect x=\"0.5\" y=\"0.5\" width=\"%4$d\" height=\"%5$d\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"0.3\"/>%n",
                width,
                height,
                escaped(title),
                width - 1,
                height - 1));
    }

    Drawing text(double x, double y, double size, boolean bold, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\"%s>%s</text>%n",
                x,
                y,
                size,
                bold ? " font-weight=\"bold\"" : "",
                escaped(text)));
        return this;
    }

    Drawing middle(double x, double y, double size, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" font-weight=\"bold\" text-anchor=\"middle\">%s</text>%n",
                x,
                y,
                size,
                escaped(text)));
        return this;
    }

    Drawing line(double y, int width) {
        svg.append(String.format(
                Locale.ROOT, "<path d=\"M0.5 %.1fH%d\" stroke=\"#000\" stroke-width=\"0.3\"/>%n", y, width));
        return this;
    }

    /** Black modules on a grid of whole numbers, placed and scaled. */
    Drawing modules(String id, double x, double y, double scaleX, double scaleY, String path) {
        svg.append(String.format(
                Locale.ROOT,
                "<path id=\"%s\" transform=\"translate(%.2f %.2f) scale(%.4f %.4f)\" shape-rendering=\"crispEdges\" d=\"%s\"/>%n",
                id,
                x,
                y,
                scaleX,
                scaleY,
                path));
        return this;
    }

    String done() {
        return svg.append("</svg>\n").toString();
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(Character.isISOControl(c) || !isXml(c) ? ' ' : c);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c < 0xD800 || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
