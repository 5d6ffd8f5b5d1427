package vn.tthc.intake.forms;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.forms.Form;
import vn.tthc.forms.FormKind;
import vn.tthc.forms.FormList;
import vn.tthc.forms.FormSettings;
import vn.tthc.intake.IntakeProperties;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Lookups;
import vn.tthc.intake.reference.Catalogue;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.person.PersonVault;

/** Draws the forms of a dossier from its events. */
@Component
class IntakeForms {
    private static final String SECRET = "lookup.secret";

    private final Streams streams;
    private final PersonVault vault;
    private final Catalogue catalogue;
    private final Lookups lookups;
    private final IntakeProperties properties;
    private final FormSettings settings;

    IntakeForms(
            Streams streams,
            PersonVault vault,
            Catalogue catalogue,
            Lookups lookups,
            IntakeProperties properties,
            FormSettings settings) {
        this.streams = streams;
        this.vault = vault;
        this.catalogue = catalogue;
        this.lookups = lookups;
        this.properties = properties;
        this.settings = settings;
    }

    /** A form, and the fields that were opened for it. */
    record Drawn(Form form, List<String> read) {}

    /** Whom a form is drawn for. */
    enum Reader {
        /** The account that filed the dossier: it had the secret first, and reads of nobody else. */
        FILER,
        /** The one-stop that receives the dossier: it hands out the receipt, and the secret with that. */
        ONE_STOP,
        /** Any other official. */
        OFFICIAL;

        private boolean hasSecretOn(FormKind kind) {
            return this == FILER || (this == ONE_STOP && kind == FormKind.RECEIPT);
        }
    }

    /** What has happened to a dossier. */
    Grounds grounds(Found dossier) {
        return Grounds.of(dossier, streams.history(dossier.stream()), settings.newFormsFrom());
    }

    /**
     * A form.
     *
     * @param nth which one of its kind, null for the latest
     * @param reader whom it is drawn for: that decides whether its QR code opens the status page by itself
     * @throws vn.tthc.platform.web.Problem 404 where there is no such form, or none yet
     */
    Drawn draw(Grounds grounds, FormKind kind, @Nullable Integer nth, Reader reader) {
        int chosen = FormList.chosen(kind, grounds.edition(), nth, grounds.count(kind));
        PersonalData persons = new PersonalData(vault, grounds.dossier().stream());
        FormContent content = new FormContents(grounds, persons, catalogue, reader == Reader.FILER).of(kind, chosen);
        Lookup lookup = grounds.dossier().state().lookup();
        boolean withSecret = lookup != null && reader.hasSecretOn(kind);
        return new Drawn(
                new Form(
                        kind,
                        grounds.edition(),
                        chosen,
                        grounds.dossier().stream().id(),
                        grounds.dossier().version(),
                        grounds.asOf(),
                        new Form.Head(
                                content.agency().name(),
                                above(content.agency()),
                                content.number(),
                                province(),
                                content.issuedAt()),
                        content.fields(),
                        content.table(),
                        content.notes(),
                        content.signatures(),
                        lookup == null ? null : statusUrl(grounds, lookup, withSecret)),
                withSecret
                        ? Stream.concat(persons.read().stream(), Stream.of(SECRET))
                                .sorted()
                                .toList()
                        : persons.read());
    }

    /** The agency above an agency, when it is known. */
    @Nullable
    String above(AgencyRef agency) {
        return catalogue
                .agency(agency.id())
                .map(Agency::parent)
                .flatMap(catalogue::agency)
                .map(Agency::name)
                .orElse(null);
    }

    /** As a place it stands without what kind of unit it is. */
    @Nullable
    String province() {
        return catalogue
                .agency(properties.province())
                .map(Agency::name)
                .map(name -> name.replaceFirst("^(Tỉnh|Thành phố) ", ""))
                .orElse(null);
    }

    private URI statusUrl(Grounds grounds, Lookup lookup, boolean withSecret) {
        return withSecret
                ? lookups.slip(grounds.dossier().stream().id(), lookup).statusUrl()
                : properties.statusUrl(lookup.number());
    }
}
