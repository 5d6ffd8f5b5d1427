package vn.tthc.forms;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import vn.tthc.law.clock.VietnamTime;

/** Draws a form as PDF, with its fonts in it; from the same form always the same bytes. */
final class FormPdf {
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final String FAMILY = "Be Vietnam Pro";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final Turns TURNS = new Turns(AT_ONCE, LONGEST_WAIT);

    static {
        XRLog.setLoggingEnabled(false);
    }

    private FormPdf() {}

    /**
     * The page.
     *
     * @throws vn.tthc.platform.web.Problem 503 when too many are being drawn
     */
    static byte[] draw(Form form) {
        return draw(form, TURNS);
    }

    static byte[] draw(Form form, Turns turns) {
        return turns.take(() -> drawn(form));
    }

    private static byte[] drawn(Form form) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(FormPage.of(form), null);
        builder.useFont(PrintFonts.REGULAR::open, FAMILY, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(PrintFonts.BOLD::open, FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.useFont(PrintFonts.ITALIC::open, FAMILY, NORMAL, FontStyle.ITALIC, true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            try (document) {
                // No clock and no chance: what is drawn again is the same.
                document.setDocumentInformation(information(form));
                document.setDocumentId(form.version());
                document.save(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static PDDocumentInformation information(Form form) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(form.kind().title(form.edition()).vi());
        information.setSubject(
                "Mẫu số " + form.number() + ", Thông tư " + form.edition().circular());
        information.setProducer("TTHC");
        GregorianCalendar drawnFrom = GregorianCalendar.from(ZonedDateTime.ofInstant(form.asOf(), VietnamTime.ZONE));
        information.setCreationDate(drawnFrom);
        information.setModificationDate(drawnFrom);
        return information;
    }
}
