package vn.tthc.platform.blob;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Gives a blob out, after its reader has asked the access policy about what refers to it. */
public final class BlobDownloads {
    private BlobDownloads() {}

    /**
     * The blob as an answer, streamed and never kept by anybody between. A browser stores it and runs nothing in it.
     *
     * @param blob closed when the answer is written
     * @param name what the reader's file is to be called, without extension; never a person's name
     */
    public static ResponseEntity<Resource> answer(Blob blob, String name) {
        BlobInfo info = blob.info();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(info.kind().mediaType()))
                .contentLength(info.bytes())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + info.kind().extension())
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(blob.content()));
    }
}
