package vn.tthc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tthc.contracts.Role;
import vn.tthc.platform.web.TestService.Answer;

class UploadsTest {
    private static final String BLOBS = "/api/v1/blobs";
    private static final byte[] PDF = "%PDF-1.7\nbiên nhận\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private static Answer upload(byte[] content, String type) {
        return TestService.send(
                BLOBS,
                request -> TestService.signedIn(request)
                        .setHeader("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(content)));
    }

    @Test
    void aFileIsAnsweredWithItsHashAndReadThroughWhatRefersToIt() throws Exception {
        Answer first = upload(PDF, "application/pdf");
        Answer again = upload(PDF, "application/pdf; name=x");
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().toString())
                .isEqualTo(
                        "{\"hash\":\"" + hash + "\",\"mediaType\":\"application/pdf\",\"bytes\":" + PDF.length + "}");
        assertThat(again.json()).isEqualTo(first.json());

        Answer read = TestService.send(
                "/api/v1/papers/" + hash,
                request -> TestService.signedIn(request).GET());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.http().body()).isEqualTo(new String(PDF, StandardCharsets.UTF_8));
        assertThat(read.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(read.header("Content-Disposition")).isEqualTo("attachment; filename=\"giay-to.pdf\"");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(read.header("Cache-Control")).contains("no-store");
        assertThat(TestService.send(
                                BLOBS + "/" + hash,
                                request -> TestService.signedIn(request).GET())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFileLongerThanABodyMayBeIsTakenAndOneLongerThanAFileMayBeIsNot() {
        byte[] long2 = new byte[2_000_000];
        System.arraycopy(PDF, 0, long2, 0, PDF.length);
        byte[] long4 = new byte[4_000_000];
        System.arraycopy(PDF, 0, long4, 0, PDF.length);

        assertThat(upload(long2, "application/pdf").status()).isEqualTo(201);
        Answer chunked = TestService.send(
                BLOBS,
                request -> TestService.signedIn(request)
                        .setHeader("Content-Type", "application/pdf")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(long4))));
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.code()).isEqualTo("BLOB_TOO_LARGE");
        assertThat(chunked.json().path("detail").asString()).contains("3 MB");
    }

    @Test
    void theContentDecidesWhatItIsAndNotWhatItIsSaidToBe() {
        byte[] page = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        assertThat(upload(page, "image/png").status()).isEqualTo(415);
        assertThat(upload(page, "image/png").code()).isEqualTo("BLOB_TYPE_NOT_ALLOWED");
        assertThat(upload(PDF, "image/png").status()).isEqualTo(422);
        assertThat(upload(PDF, "image/png").code()).isEqualTo("BLOB_TYPE_MISMATCH");
        assertThat(upload(new byte[0], "image/png").code()).isEqualTo("BLOB_EMPTY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/octet-stream", "rubbish", "multipart/form-data; boundary=x"})
    void aTypeThatIsNotTakenIsRefusedInWords(String type) {
        Answer answer = upload(PDF, type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("BLOB_TYPE_NOT_ALLOWED");
        assertThat(answer.json().path("detail").asString()).contains("image/jpeg");
    }

    @Test
    void nobodySendsAFileWithoutATokenOrWithoutARoleForIt() {
        assertThat(TestService.send(
                                BLOBS,
                                request -> request.setHeader("Content-Type", "application/pdf")
                                        .POST(BodyPublishers.ofByteArray(PDF)))
                        .status())
                .isEqualTo(401);
        String inspector = TestService.tokens().token("inspector-1", null, Role.INSPECTOR);
        assertThat(TestService.send(
                                BLOBS,
                                request -> request.setHeader("Authorization", "Bearer " + inspector)
                                        .setHeader("Content-Type", "application/pdf")
                                        .POST(BodyPublishers.ofByteArray(PDF)))
                        .status())
                .isEqualTo(403);
    }
}
