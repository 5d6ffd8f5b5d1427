package vn.tthc.forms;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** An address as a QR code. */
final class QrPicture {
    private static final int PIXELS = 240;
    private static final int QUIET_ZONE = 2;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private QrPicture() {}

    /** As the address of a picture that stands in the page itself. */
    static String of(URI address) {
        try {
            BitMatrix dots = new QRCodeWriter()
                    .encode(
                            address.toString(),
                            BarcodeFormat.QR_CODE,
                            PIXELS,
                            PIXELS,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
            return png(dots);
        } catch (WriterException e) {
            throw new IllegalArgumentException("an address too long for a QR code", e);
        }
    }

    /** Dots as the address of a picture that stands in the page itself. */
    static String png(BitMatrix dots) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(drawn(dots), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static BufferedImage drawn(BitMatrix dots) {
        BufferedImage picture = new BufferedImage(dots.getWidth(), dots.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                picture.setRGB(x, y, dots.get(x, y) ? BLACK : WHITE);
            }
        }
        return picture;
    }
}
