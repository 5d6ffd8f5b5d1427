package vn.tthc.forms;

import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a form. Nobody between keeps it, for most forms name a person. */
public final class FormAnswers {
    private FormAnswers() {}

    /** As data. */
    public static ResponseEntity<FormView> data(Form form) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(FormView.of(form));
    }

    /** As a page to print; drawn only now, so that a service that never prints never loads what it takes. */
    public static ResponseEntity<byte[]> page(Form form) {
        String name = form.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(FormPdf.draw(form));
    }
}
