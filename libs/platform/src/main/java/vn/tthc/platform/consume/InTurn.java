package vn.tthc.platform.consume;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a batch comes in turn, found with one look at the places of its streams instead of several looks at the place of
 * each record. It holds for as long as nobody else moves these places.
 *
 * @param dossiers the records of each dossier that are to be handled, in their order, each the next of its stream
 * @param others the records of dossiers where something waits, is parked or comes too early
 * @param past how many were handled before and are in neither
 */
record InTurn(Map<String, List<Located>> dossiers, Map<String, List<Located>> others, int past) {
    private static final Instant WHENEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    InTurn {
        dossiers = Map.copyOf(dossiers);
        others = Map.copyOf(others);
    }

    static InTurn of(ConsumerReads reads, Map<String, List<Located>> batch) {
        // Nobody, almost always: asked once, and not for every dossier.
        boolean parked = reads.parkedDossiers() > 0;
        boolean waiting = !reads.due(WHENEVER, 1).isEmpty();
        Map<String, List<Located>> dossiers = new LinkedHashMap<>();
        Map<String, List<Located>> others = new LinkedHashMap<>();
        int past = 0;
        for (Map.Entry<String, List<Located>> entry : batch.entrySet()) {
            String dossier = entry.getKey();
            List<Located> records = entry.getValue();
            Optional<List<Located>> next =
                    parked && reads.isParked(dossier) ? Optional.empty() : next(reads, waiting, records);
            if (next.isPresent()) {
                if (!next.get().isEmpty()) {
                    dossiers.put(dossier, next.get());
                }
                past += records.size() - next.get().size();
            } else {
                others.put(dossier, records);
            }
        }
        return new InTurn(dossiers, others, past);
    }

    /** Those that are to be handled; empty when one of them comes too early, or something of their streams waits. */
    private static Optional<List<Located>> next(ConsumerReads reads, boolean waiting, List<Located> records) {
        Map<String, Long> positions = new HashMap<>();
        List<Located> next = new ArrayList<>(records.size());
        for (Located record : records) {
            String stream = record.stream();
            if (Located.isNoStream(stream) || (waiting && reads.waiting(stream).isPresent())) {
                return Optional.empty();
            }
            long position = positions.computeIfAbsent(stream, reads::position);
            if (record.version() > position + 1) {
                return Optional.empty();
            }
            if (record.version() == position + 1) {
                next.add(record);
                positions.put(stream, record.version());
            }
        }
        return Optional.of(next);
    }
}
