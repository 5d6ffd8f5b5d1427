package vn.tthc.forms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * The fonts of the forms, without their ligatures: a drawn "ff" is one sign that no reader of the page knows as two
 * letters, so that an address that is copied, searched or read aloud would lose them.
 */
final class PrintFonts {
    static final PrintFonts REGULAR = new PrintFonts("Regular");
    static final PrintFonts BOLD = new PrintFonts("Bold");
    static final PrintFonts ITALIC = new PrintFonts("Italic");

    private static final int TABLES_AT = 4;
    private static final int FIRST_TABLE = 12;
    private static final int TABLE_ENTRY = 16;
    /** "GSUB": which glyphs stand for which others. */
    private static final int SUBSTITUTIONS = 0x47535542;
    /** No table is called so, and readers pass over what they do not know. */
    private static final int NOTHING = 0x4e4f4e45;

    private final byte[] content;

    private PrintFonts(String style) {
        this.content = withoutSubstitutions(read(style));
    }

    InputStream open() {
        return new ByteArrayInputStream(content);
    }

    private static byte[] read(String style) {
        String name = "fonts/BeVietnamPro-" + style + ".ttf";
        try (InputStream in = Objects.requireNonNull(PrintFonts.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withoutSubstitutions(byte[] font) {
        ByteBuffer tables = ByteBuffer.wrap(font);
        int count = Short.toUnsignedInt(tables.getShort(TABLES_AT));
        for (int at = FIRST_TABLE; at < FIRST_TABLE + count * TABLE_ENTRY; at += TABLE_ENTRY) {
            if (tables.getInt(at) == SUBSTITUTIONS) {
                tables.putInt(at, NOTHING);
            }
        }
        return font;
    }
}
