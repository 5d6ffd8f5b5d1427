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
     * @param item what it is
     * @param scans every scan that has a believable time, by id
     * @param unbelieved scans from the future, by id: kept, never applied
     * @param toldAnomalies ids of the scans that were told to be set aside
     * @param toldDelivered whether the delivery was told
     */
    record Open(
            PostalEvent.Opened item,
            Map<String, Scan> scans,
            Map<String, Scan> unbelieved,
            Set<String> toldAnomalies,
            boolean toldDelivered)
            implements ItemState {
        public Open {
            scans = Map.copyOf(scans);
            unbelieved = Map.copyOf(unbelieved);
            toldAnomalies = Set.copyOf(toldAnomalies);
        }

        static Open of(PostalEvent.Opened item) {
            return new Open(item, Map.of(), Map.of(), Set.of(), false);
        }

        /** The item's way. */
        public Timeline timeline() {
            return Timeline.of(item.occurredAt(), scans.values());
        }

        /** The scan of that id, null when it was never told. */
        public @Nullable Scan find(String scanId) {
            Scan scan = scans.get(scanId);
            return scan == null ? unbelieved.get(scanId) : scan;
        }

        Open with(Scan scan) {
            return new Open(item, plus(scans, scan), unbelieved, toldAnomalies, toldDelivered);
        }

        Open aside(Scan scan, Anomaly why) {
            return switch (why) {
                case IN_THE_FUTURE -> new Open(item, scans, plus(unbelieved, scan), toldAnomalies, toldDelivered);
                case AFTER_DELIVERY, IMPOSSIBLE ->
                    new Open(item, plus(scans, scan), unbelieved, plus(toldAnomalies, scan.scanId()), toldDelivered);
            };
        }

        Open delivered() {
            return new Open(item, scans, unbelieved, toldAnomalies, true);
        }

        private static Map<String, Scan> plus(Map<String, Scan> scans, Scan scan) {
            Map<String, Scan> more = new HashMap<>(scans);
            more.put(scan.scanId(), scan);
            return more;
        }

        private static Set<String> plus(Set<String> ids, String id) {
            Set<String> more = new HashSet<>(ids);
            more.add(id);
            return more;
        }
    }
}
