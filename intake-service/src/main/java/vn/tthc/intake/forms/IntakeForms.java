package vn.tthc.intake.forms;

import java.net.URI;
import java.util.Optional;
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

    /** A form, and what was opened for it. */
    record Drawn(Form form, PersonalData persons) {}

    /** What has happened to a dossier. */
    Grounds grounds(Found dossier) {
        return Grounds.of(dossier, streams.history(dossier.stream()), settings.newFormsFrom());
    }

    /**
     * A form.
     *
     * @param nth which one of its kind, null for the latest
     * @param withSecret whether its QR code opens the status page by itself, as the receipt's does
     * @throws vn.tthc.platform.web.Problem 404 where there is no such form, or none yet
     */
    Drawn draw(Grounds grounds, FormKind kind, @Nullable Integer nth, boolean withSecret) {
        int chosen = FormList.chosen(kind, grounds.edition(), nth, grounds.count(kind));
        PersonalData persons = new PersonalData(vault, grounds.dossier().stream());
        FormContent content = new FormContents(grounds, persons, catalogue).of(kind, chosen);
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
                        statusUrl(grounds, withSecret)),
                persons);
    }

    private @Nullable String above(AgencyRef agency) {
        return catalogue
                .agency(agency.id())
                .map(Agency::parent)
                .flatMap(catalogue::agency)
                .map(Agency::name)
                .orElse(null);
    }

    /** As a place it stands without what kind of unit it is. */
    private @Nullable String province() {
        return catalogue
                .agency(properties.province())
                .map(Agency::name)
                .map(name -> name.replaceFirst("^(Tỉnh|Thành phố) ", ""))
                .orElse(null);
    }

    private @Nullable URI statusUrl(Grounds grounds, boolean withSecret) {
        return Optional.ofNullable(grounds.dossier().state().lookup())
                .map(lookup -> withSecret ? slip(grounds, lookup) : properties.statusUrl(lookup.number()))
                .orElse(null);
    }

    private URI slip(Grounds grounds, Lookup lookup) {
        return lookups.slip(grounds.dossier().stream().id(), lookup).statusUrl();
    }
}
