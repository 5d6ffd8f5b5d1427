package vn.tthc.postal.reference;

/**
 * A kind of paper.
 *
 * @param name what it is, in Vietnamese; it names it in lists of contents
 * @param nameEn the same in English
 */
public record PaperKind(String name, String nameEn) {}
