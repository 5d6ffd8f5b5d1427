package vn.tthc.forms;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.oned.Code128Writer;
import java.util.regex.Pattern;

/** A dossier's code as a bar code (Code 128), for the scanners at the counters. */
final class BarPicture {
    private static final int PIXELS = 1200;
    private static final int HEIGHT = 120;
    /** What the bars can say and still be read from a page of paper. */
    private static final Pattern SAID = Pattern.compile("[ -~]{1,40}");

    private BarPicture() {}

    /** Whether bars can say it: a code from an older system may hold any sign. */
    static boolean canSay(String code) {
        return SAID.matcher(code).matches();
    }

    /** As the address of a picture that stands in the page itself. */
    static String of(String code) {
        return QrPicture.png(new Code128Writer().encode(code, BarcodeFormat.CODE_128, PIXELS, HEIGHT));
    }
}
