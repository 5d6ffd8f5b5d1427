package vn.tthc.intake.dossier;

import java.net.URI;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.intake.IntakeProperties;
import vn.tthc.law.code.LookupNumber;
import vn.tthc.platform.person.LookupSecrets;

/** What a citizen gets to ask for a dossier: a number and a secret that both follow from its id. */
@Component
public class Lookups {
    private final LookupSecrets secrets;
    private final IntakeProperties properties;

    Lookups(LookupSecrets secrets, IntakeProperties properties) {
        this.secrets = secrets;
        this.properties = properties;
    }

    /**
     * For the citizen alone; told in the answer to a request, and printed on the slip.
     *
     * @param number number
     * @param secret secret
     * @param statusUrl where both are put in already
     */
    public record Slip(String number, String secret, URI statusUrl) {}

    /** What the event of a new dossier carries: the secret's hash only. */
    public Lookup lookup(String dossierId) {
        int version = secrets.currentVersion();
        return new Lookup(
                LookupNumber.of(UUID.fromString(dossierId)).value(),
                LookupSecrets.hash(secrets.secret(dossierId, version)),
                version);
    }

    /** The slip of a dossier, made again from what its event carries. */
    public Slip slip(String dossierId, Lookup lookup) {
        String secret = secrets.secret(dossierId, lookup.keyVersion());
        return new Slip(lookup.number(), secret, properties.statusUrl(lookup.number(), secret));
    }
}
