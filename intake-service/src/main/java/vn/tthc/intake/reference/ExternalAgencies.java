package vn.tthc.intake.reference;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.intake.IntakeProperties;
import vn.tthc.intake.dossier.Now;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.log.VersionConflict;

/**
 * What the sources of imports call their agencies. Each is published once, with the province of this installation above
 * it: whoever looks down on the province sees its old dossiers, and nobody acts for it.
 */
@Component
public class ExternalAgencies {
    private static final String PREFIX = "external:";

    private final ReferenceStreams streams;
    private final Catalogue catalogue;
    private final Now now;
    private final String province;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    ExternalAgencies(ReferenceStreams streams, Catalogue catalogue, Now now, IntakeProperties properties) {
        this.streams = streams;
        this.catalogue = catalogue;
        this.now = now;
        this.province = properties.province();
        if (catalogue.agency(province).isEmpty()) {
            throw new IllegalStateException("tthc.intake.province names no agency of the catalogue: " + province);
        }
    }

    /** The id of what a source calls by a name. */
    public static String id(String slug) {
        return PREFIX + slug;
    }

    /** Publishes it when it is one, and not known yet. */
    public void know(AgencyRef named, Provenance by) {
        if (!named.id().startsWith(PREFIX) || catalogue.external(named.id()).isPresent()) {
            return;
        }
        oneAtATime.lock();
        try {
            if (catalogue.external(named.id()).isEmpty()) {
                catalogue.add(published(named, by));
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private Agency published(AgencyRef named, Provenance by) {
        Agency agency = new Agency(
                named.id(),
                named.id(),
                null,
                named.level(),
                province,
                Catalogue.EXTERNAL,
                named.name(),
                named.nameEn(),
                null,
                null,
                "NORMAL",
                List.of());
        StreamId stream = new StreamId(StreamType.AGENCY, agency.id());
        if (streams.past(stream).version() == 0) {
            try {
                streams.append(
                        stream,
                        0,
                        new ReferenceEvent.AgencyRegistered(now.instant(), agency, streams.contentHash(agency)),
                        Ids.uuid("external|" + agency.id()),
                        by);
            } catch (VersionConflict meanwhile) {
                // Another process has published it; it says the same of where it lies.
                return agency;
            }
        }
        return agency;
    }
}
