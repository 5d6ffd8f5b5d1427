package vn.tthc.intake.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Lookups;
import vn.tthc.intake.reference.ExternalAgencies;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** Brings in an old dossier. */
@RestController
@Tag(name = "Import", description = "Nhập hồ sơ cũ / old dossiers")
class ImportEndpoint {
    private final ImportCommands commands;
    private final ExternalAgencies externals;
    private final Dossiers dossiers;
    private final Lookups lookups;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    ImportEndpoint(
            ImportCommands commands,
            ExternalAgencies externals,
            Dossiers dossiers,
            Lookups lookups,
            AccessPolicy access,
            Requests requests,
            Answers answers) {
        this.commands = commands;
        this.externals = externals;
        this.dossiers = dossiers;
        this.lookups = lookups;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * Where the dossier is now.
     *
     * @param dossierId follows from source and name
     * @param number look-up number
     * @param secret look-up secret
     * @param statusUrl where its status is shown
     * @param code dossier code
     */
    record ImportAnswer(String dossierId, String number, String secret, URI statusUrl, String code) {
        @Override
        public String toString() {
            return "ImportAnswer[" + dossierId + "]";
        }
    }

    @Operation(
            summary = "Nhập hồ sơ cũ / import an old dossier with its own dates",
            description =
                    "Identified by source and externalId: 201 when new, 200 when told again alike, 409"
                            + " IMPORT_CONFLICT when told again otherwise. Dates that contradict each other are kept and marked.")
    @PostMapping("/api/v1/imports")
    ResponseEntity<ImportAnswer> bringIn(@Valid @RequestBody ImportBody body, HttpServletRequest request) {
        access.require(requests.caller(request).actor(), IntakePermission.IMPORT, Subject.ANY);
        String dossierId = Ids.uuid(body.naturalKey());
        DossierCommand.Import command = commands.command(body, dossierId);
        // With the content in its name, another content is another command, and the dossier itself refuses it.
        CommandContext context = requests.recorded(request, body, body.naturalKey() + "|" + command.contentHash())
                .withOrigin(Origin.IMPORTED)
                .withExternalId(body.externalId())
                .withProcedure(command.file().procedure());
        // First, so that whoever may see the dossier can from its first moment.
        externals.know(command.file().oneStop(), context.provenance());
        Outcome outcome = dossiers.create(StreamId.dossier(dossierId), context, given -> command);
        return outcome instanceof Outcome.Done done && done.repeated()
                ? answers.of(outcome, 200, same -> answer(dossierId, same))
                : answers.created(
                        outcome, done -> URI.create("/api/v1/dossiers/" + dossierId), done -> answer(dossierId, done));
    }

    private ImportAnswer answer(String dossierId, Outcome.Done done) {
        DossierEvent.Imported imported = dossiers.recorded(done, DossierEvent.Imported.class);
        Lookups.Slip slip = lookups.slip(dossierId, imported.lookup());
        return new ImportAnswer(
                dossierId,
                slip.number(),
                slip.secret(),
                slip.statusUrl(),
                imported.file().code());
    }
}
