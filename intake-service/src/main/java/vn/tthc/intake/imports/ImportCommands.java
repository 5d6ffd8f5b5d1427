package vn.tthc.intake.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.dossier.Lookups;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.reference.ExternalAgencies;
import vn.tthc.intake.reference.Named;
import vn.tthc.law.Level;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;

/** Makes of a request the command that brings in an old dossier. */
@Component
class ImportCommands {
    /** How far another clock may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Named named;
    private final Lookups lookups;
    private final EventJson json;
    private final Now now;

    ImportCommands(Named named, Lookups lookups, EventJson json, Now now) {
        this.named = named;
        this.lookups = lookups;
        this.json = json;
        this.now = now;
    }

    /**
     * The command.
     *
     * @throws Problem 400 naming the field that makes no sense
     */
    DossierCommand.Import command(ImportBody body, String dossierId) {
        Instant receivedAt = body.receivedAt().truncatedTo(ChronoUnit.MILLIS);
        Instant dueAt = body.dueAt() == null ? null : body.dueAt().truncatedTo(ChronoUnit.MILLIS);
        if (receivedAt.isAfter(now.instant().plus(CLOCK_SKEW))) {
            throw wrong("receivedAt", "Hồ sơ cũ không thể được tiếp nhận trong tương lai.", "It lies in the future.");
        }
        Procedure procedure = named.procedure("procedure", body.procedure(), VietnamTime.date(receivedAt));
        CaseFile file = new CaseFile(
                body.code() == null ? body.externalId() : body.code(),
                procedure.pin(),
                procedure.name(),
                procedure.nameEn(),
                body.channel(),
                body.source(),
                receivedAt,
                dueAt,
                agency(body, procedure.competentLevel()),
                List.of());
        return new DossierCommand.Import(
                receivedAt, body.source(), body.externalId(), contentHash(body), file, lookups.lookup(dossierId));
    }

    private AgencyRef agency(ImportBody body, Level usual) {
        if (body.agency() != null && body.agencyLabel() == null) {
            return named.agency("agency", body.agency()).ref();
        }
        if (body.agencyLabel() == null || body.agencyLabel().isBlank() || body.agency() != null) {
            throw wrong(
                    "agency", "Cần đúng một trong hai: agency hoặc agencyLabel.", "Give either agency or agencyLabel.");
        }
        String label = body.agencyLabel().strip();
        return new AgencyRef(
                ExternalAgencies.id(slug(label)),
                label,
                label,
                Objects.requireNonNullElse(body.level(), usual),
                null,
                null);
    }

    /** Lower case letters and digits of any script between single dashes; the whole label where nothing is left. */
    private static String slug(String label) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? HexFormat.of().formatHex(label.getBytes(StandardCharsets.UTF_8)) : plain;
    }

    /** The content that must be the same when it is told again; of the request alone, so no catalogue changes it. */
    private record Content(
            String source,
            String externalId,
            @Nullable String code,
            String procedure,
            String channel,
            long receivedAt,
            @Nullable Long dueAt,
            @Nullable String agency,
            @Nullable String agencyLabel,
            @Nullable Level level) {}

    private String contentHash(ImportBody body) {
        Content content = new Content(
                body.source(),
                body.externalId(),
                body.code(),
                body.procedure(),
                body.channel().name(),
                body.receivedAt().toEpochMilli(),
                body.dueAt() == null ? null : body.dueAt().toEpochMilli(),
                body.agency(),
                body.agencyLabel(),
                body.level());
        try {
            byte[] bytes = json.mapper().writeValueAsBytes(content);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Problem wrong(String field, String vi, String en) {
        return Problem.fields(List.of(FieldProblem.of(field, FieldReason.INVALID, vi, en)));
    }
}
