package vn.tthc.postal.label;

import com.google.zxing.WriterException;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** Codes that machines read, as paths of black modules, each one unit wide. */
final class Codes {

    /**
     * A code and its size in modules.
     *
     * @param path the black ones
     * @param modules how many there are in a row
     */
    record Code(String path, int modules) {}

    private Codes() {}

    /** Code 128, as S10 identifiers are printed: one unit high. */
    static Code bars(String text) {
        boolean[] bars = new Code128Writer().encode(text);
        StringBuilder path = new StringBuilder();
        row(path, 0, bars.length, x -> bars[x]);
        return new Code(path.toString(), bars.length);
    }

    /** A QR code that can be read with a seventh of it damaged. */
    static Code square(String text) {
        try {
            ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < matrix.getHeight(); y++) {
                int line = y;
                row(path, y, matrix.getWidth(), x -> matrix.get(x, line) == 1);
            }
            return new Code(path.toString(), matrix.getWidth());
        } catch (WriterException e) {
            throw new IllegalStateException("an identifier fits into a QR code", e);
        }
    }

    @FunctionalInterface
    private interface Black {
        boolean at(int x);
    }

    private static void row(StringBuilder path, int y, int width, Black black) {
        for (int x = 0; x < width; x++) {
            if (black.at(x)) {
                int from = x;
                while (x < width && black.at(x)) {
                    x++;
                }
                path.append('M')
                        .append(from)
                        .append(' ')
                        .append(y)
                        .append('h')
                        .append(x - from)
                        .append("v1h-");
                path.append(x - from).append('z');
            }
        }
    }
}
