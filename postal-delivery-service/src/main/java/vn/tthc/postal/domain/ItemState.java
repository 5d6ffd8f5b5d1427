package vn.tthc.postal.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Anomaly;
import vn.tthc.contracts.postal.PostalEvent.Scan;

/** What is known of an item. */
public sealed interface ItemState {
    /** Before it was opened. */
    ItemState NONE = new NotOpen();

    /** There is no item (yet). */
    record NotOpen() implements ItemState {}

    /**
     * An item there is. Its way follows from the set of its scans alone.
     *
     * @param item what it is, and where it goes by now
     * @param cancelled whether it was called back before the post had it
     * @param scans every scan that has a believable time, by id
     * @param unbelieved scans from the future, by id: kept, never applied
     * @param told what was told of it already
     * @param offices every delivery office it was ever addressed to
     */
    record Open(
            PostalEvent.Opened item,
            boolean cancelled,
            Map<String, Scan> scans,
            Map<String, Scan> unbelieved,
            Told told,
            Set<String> offices)
            implements ItemState {
        public Open {
            scans = Map.copyOf(scans);
            unbelieved = Map.copyOf(unbelieved);
            Set<String> all = new HashSet<>(offices);
            if (item.office() != null) {
                all.add(item.office());
            }
            offices = Set.copyOf(all);
        }

        static Open of(PostalEvent.Opened item) {
            return new Open(item, false, Map.of(), Map.of(), Told.NOTHING, Set.of());
        }

        /** The item's way. */
        public Timeline timeline() {
            return Timeline.of(item.occurredAt(), cancelled, scans.values());
        }

        /** The scan of that id, null when it was never told. */
        public @Nullable Scan find(String scanId) {
            Scan scan = scans.get(scanId);
            return scan == null ? unbelieved.get(scanId) : scan;
        }

        Open with(Scan scan) {
            return new Open(item, cancelled, plus(scans, scan), unbelieved, told, offices);
        }

        Open aside(Scan scan, Anomaly why) {
            return why == Anomaly.IN_THE_FUTURE
                    ? new Open(item, cancelled, scans, plus(unbelieved, scan), told, offices)
                    : new Open(item, cancelled, plus(scans, scan), unbelieved, told.aside(scan.scanId()), offices);
        }

        Open told(Told more) {
            return new Open(item, cancelled, scans, unbelieved, more, offices);
        }

        Open cancel() {
            return new Open(item, true, scans, unbelieved, told, offices);
        }

        Open to(PostalEvent.AddressChanged change) {
            return about(new PostalEvent.Opened(
                    item.occurredAt(),
                    item.dossierId(),
                    item.purpose(),
                    item.ordinal(),
                    item.of(),
                    item.identifier(),
                    item.dossierCode(),
                    item.from(),
                    change.toUnit(),
                    change.toAddress(),
                    item.addressee(),
                    change.office(),
                    change.retentionDays()));
        }

        Open of(int of) {
            return about(new PostalEvent.Opened(
                    item.occurredAt(),
                    item.dossierId(),
                    item.purpose(),
                    item.ordinal(),
                    of,
                    item.identifier(),
                    item.dossierCode(),
                    item.from(),
                    item.toUnit(),
                    item.toAddress(),
                    item.addressee(),
                    item.office(),
                    item.retentionDays()));
        }

        /**
         * Postal point at which a citizen gave it to the post, and to which it goes back when it cannot be delivered; null
         * for what an agency sends.
         */
        public @Nullable String givenAt() {
            Scan given = fromCitizen() ? scans.get(ItemCommand.TakeDossier.SCAN_ID) : null;
            return given == null ? null : given.point();
        }

        /** Whether a citizen gave it to the post: a dossier, or papers to be surrendered. */
        public boolean fromCitizen() {
            return told.taken() != null || told.surrendered() != null;
        }

        /** Calendar days its office keeps it; the longer time of the country where an old item does not say. */
        public int retentionDays() {
            Integer days = item.retentionDays();
            return days == null ? Retention.LONGEST_DAYS : days;
        }

        private Open about(PostalEvent.Opened changed) {
            return new Open(changed, cancelled, scans, unbelieved, told, offices);
        }

        private static Map<String, Scan> plus(Map<String, Scan> scans, Scan scan) {
            Map<String, Scan> more = new HashMap<>(scans);
            more.put(scan.scanId(), scan);
            return more;
        }
    }

    /**
     * What is told once.
     *
     * @param anomalies ids of the scans that were told to be set aside
     * @param settled what a person said of scans that were set aside, by scan id
     * @param delivered whether the delivery was told
     * @param silences the silences that were told
     * @param handedOver the record by which the one-stop gave it to the post, null while there is none
     * @param taken the dossier it carries from the citizen, null when it carries none
     * @param checked what the one-stop found in it, null while it did not look
     * @param refused why that dossier could not be filed, null unless that was told
     * @param surrendered the papers it carries that a citizen surrendered, null when it carries none
     */
    record Told(
            Set<String> anomalies,
            Map<String, PostalEvent.AnomalySettled> settled,
            boolean delivered,
            Set<String> silences,
            PostalEvent.@Nullable HandedOver handedOver,
            PostalEvent.@Nullable DossierTaken taken,
            PostalEvent.@Nullable DossierChecked checked,
            PostalEvent.@Nullable FilingRefused refused,
            PostalEvent.@Nullable PapersSurrendered surrendered) {
        static final Told NOTHING = new Told(Set.of(), Map.of(), false, Set.of(), null, null, null, null, null);

        public Told {
            anomalies = Set.copyOf(anomalies);
            settled = Map.copyOf(settled);
            silences = Set.copyOf(silences);
        }

        Told ofHandOver(PostalEvent.HandedOver event) {
            return new Told(anomalies, settled, delivered, silences, event, taken, checked, refused, surrendered);
        }

        Told ofTaking(PostalEvent.DossierTaken event) {
            return new Told(anomalies, settled, delivered, silences, handedOver, event, checked, refused, surrendered);
        }

        Told ofCheck(PostalEvent.DossierChecked event) {
            return new Told(anomalies, settled, delivered, silences, handedOver, taken, event, refused, surrendered);
        }

        Told ofRefusal(PostalEvent.FilingRefused event) {
            return new Told(anomalies, settled, delivered, silences, handedOver, taken, checked, event, surrendered);
        }

        Told ofSurrender(PostalEvent.PapersSurrendered event) {
            return new Told(anomalies, settled, delivered, silences, handedOver, taken, checked, refused, event);
        }

        Told ofSilence(PostalEvent.SilenceNoticed event) {
            Set<String> more = new HashSet<>(silences);
            more.add(Silence.key(event.leg(), event.heardAt()));
            return new Told(anomalies, settled, delivered, more, handedOver, taken, checked, refused, surrendered);
        }

        Told ofSettlement(PostalEvent.AnomalySettled event) {
            Map<String, PostalEvent.AnomalySettled> more = new HashMap<>(settled);
            more.put(event.scanId(), event);
            return new Told(anomalies, more, delivered, silences, handedOver, taken, checked, refused, surrendered);
        }

        Told aside(String scanId) {
            Set<String> more = new HashSet<>(anomalies);
            more.add(scanId);
            return new Told(more, settled, delivered, silences, handedOver, taken, checked, refused, surrendered);
        }

        Told ofDelivery() {
            return new Told(anomalies, settled, true, silences, handedOver, taken, checked, refused, surrendered);
        }
    }
}
