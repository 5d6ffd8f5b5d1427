package vn.tthc.postal.label;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Paragraphs of a label one below the other in a box that does not grow: long ones are wrapped, all of them are printed
 * smaller when they are too many, and only what still does not fit ends with an ellipsis. How wide a letter is depends on
 * the font of whoever prints; it is taken for wide here.
 */
final class Paragraphs {
    private static final double LEADING = 1.3;
    private static final double BOLD = 1.06;
    private static final double[] SCALES = {1, 0.9, 0.8, 0.7};

    /** What three long names and an address take in the smallest print. */
    private static final int LINES = 2;

    private final double x;
    private final double width;
    private final List<Paragraph> paragraphs = new ArrayList<>();

    /**
     * An empty box.
     *
     * @param x where its lines begin, in millimetres
     * @param width how long they may be, in millimetres
     */
    Paragraphs(double x, double width) {
        this.x = x;
        this.width = width;
    }

    private record Paragraph(double space, double size, boolean bold, boolean ruled, String text) {}

    /** A line as it is printed. */
    private record Line(double y, double size, boolean bold, boolean ruled, String text) {}

    /**
     * Adds a paragraph.
     *
     * @param space empty space above it, in millimetres
     * @param size of its letters, in millimetres
     */
    Paragraphs add(double space, double size, boolean bold, String text) {
        paragraphs.add(new Paragraph(space, size, bold, false, text));
        return this;
    }

    /** The same below a line across the label. */
    Paragraphs addRuled(double space, double size, String text) {
        paragraphs.add(new Paragraph(space, size, false, true, text));
        return this;
    }

    /** Draws them between two heights, in millimetres. */
    void draw(Drawing drawing, double top, double bottom, int rule) {
        for (Line line : fitting(top, bottom)) {
            if (line.ruled) {
                drawing.line(line.y - line.size * LEADING, rule);
            }
            drawing.text(x, line.y, line.size, line.bold, line.text);
        }
    }

    private List<Line> fitting(double top, double bottom) {
        for (double scale : SCALES) {
            List<Line> lines = lines(top, scale, Integer.MAX_VALUE);
            if (lines.getLast().y <= bottom) {
                return lines;
            }
        }
        return lines(top, SCALES[SCALES.length - 1], LINES);
    }

    private List<Line> lines(double top, double scale, int most) {
        List<Line> lines = new ArrayList<>();
        double y = top;
        for (Paragraph paragraph : paragraphs) {
            double size = paragraph.size * scale;
            y += paragraph.space * scale;
            boolean ruled = paragraph.ruled;
            double letters = width / (size * (paragraph.bold ? BOLD : 1));
            for (String text : wrapped(paragraph.text, letters, most)) {
                y += size * LEADING;
                lines.add(new Line(y, size, paragraph.bold, ruled, text));
                ruled = false;
            }
        }
        return lines;
    }

    /**
     * A text in lines.
     *
     * @param ems how long a line may be, in widths of the letter M
     * @param most how many lines there may be; the last one says when there is more
     */
    static List<String> wrapped(String text, double ems, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            for (String part : pieces(word, ems)) {
                if (!line.isEmpty() && ems(line + " " + part) > ems) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(part);
            }
        }
        lines.add(line.toString());
        if (lines.size() <= most) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, most));
        first.set(most - 1, cut(first.get(most - 1), ems));
        return first;
    }

    private static String cut(String line, double ems) {
        int end = line.length();
        while (end > 0 && ems(line.substring(0, end) + " …") > ems) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end).strip() + " …";
    }

    /** A word longer than a line is broken where the line ends. */
    private static List<String> pieces(String word, double ems) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        word.codePoints().forEach(letter -> {
            if (ems(piece + Character.toString(letter)) > ems && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(letter);
        });
        pieces.add(piece.toString());
        return pieces;
    }

    /** How long a text is, in widths of the letter M, marks not counted. */
    static double ems(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                .mapToDouble(Paragraphs::em)
                .sum();
    }

    private static double em(int letter) {
        if (letter > 0x24F) {
            return 1;
        }
        if ("iljtfrI.,:;'| ()".indexOf(letter) >= 0) {
            return 0.4;
        }
        if (letter == 'm' || letter == 'w' || letter == 'M' || letter == 'W') {
            return 1;
        }
        return Character.isUpperCase(letter) ? 0.75 : 0.6;
    }
}
