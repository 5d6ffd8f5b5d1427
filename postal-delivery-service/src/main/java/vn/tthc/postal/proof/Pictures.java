package vn.tthc.postal.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.platform.blob.Blobs;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;

/** The pictures of a proof: sent as files before the scan that names them, so that no proof points to nothing. */
@Component
public class Pictures {
    private final Blobs blobs;

    Pictures(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * Checks that the pictures are here, and sees to it that they are not swept before the command is in the log.
     *
     * @param field the proof's place in the request, such as {@code proof}
     * @throws Problem 400 naming the fields whose file was never sent
     */
    public void require(String field, @Nullable String signatureHash, @Nullable String photoHash) {
        List<FieldProblem> missing = new ArrayList<>();
        check(field + ".signatureHash", signatureHash, missing);
        check(field + ".photoHash", photoHash, missing);
        if (!missing.isEmpty()) {
            throw Problem.fields(missing);
        }
    }

    private void check(String field, @Nullable String hash, List<FieldProblem> missing) {
        if (hash != null && !blobs.claim(hash)) {
            missing.add(FieldProblem.of(
                    field,
                    FieldReason.UNKNOWN_FILE,
                    "Chưa có tệp này; hãy gửi tệp trước.",
                    "There is no such file; send it to /api/v1/blobs first."));
        }
    }
}
