package vn.tthc.platform.backup;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.sqlite.StoreUnavailable;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Snapshots on request; whoever asks moves them to a safe place. */
@RestController
@Tag(name = "operation")
class BackupEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(BackupEndpoint.class);

    private final Backups backups;
    private final AccessPolicy access;
    private final Requests requests;

    BackupEndpoint(Backups backups, AccessPolicy access, Requests requests) {
        this.backups = backups;
        this.access = access;
        this.requests = requests;
    }

    /** What the snapshot is to be called. */
    record BackupRequest(
            @NotNull @Pattern(regexp = "[a-z0-9-]{1,60}") String name) {}

    @PostMapping("/internal/backups")
    @Operation(summary = "Takes a snapshot of this service's file while it is in use")
    Snapshot take(HttpServletRequest request, @Valid @RequestBody BackupRequest body) {
        access.require(requests.caller(request).actor(), BackupPermission.BACK_UP, Subject.ANY);
        try {
            return backups.take(body.name());
        } catch (FileAlreadyExistsException e) {
            throw new Problem(BackupProblem.SNAPSHOT_EXISTS, "name", Map.of());
        } catch (UncheckedIOException | StoreUnavailable e) {
            LOG.error("A snapshot failed", e);
            throw new Problem(BackupProblem.SNAPSHOT_FAILED, null, Map.of());
        }
    }
}
