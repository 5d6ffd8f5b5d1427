package vn.tthc.intake.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.platform.access.AgencyTree;

/** Procedures and agencies as published, in memory; folded from the reference streams, and added to by publications. */
public final class Catalogue {
    /** The kind of what is an agency to the source of an import alone; nothing is filed or decided there. */
    static final String EXTERNAL = "EXTERNAL";

    private static final Comparator<Procedure> NEWEST_FIRST = Comparator.<Procedure, LocalDate>comparing(
                    procedure -> procedure.validFrom() == null ? LocalDate.MIN : procedure.validFrom())
            .reversed();

    private final Map<String, Agency> agencies = new TreeMap<>();
    private final Map<String, Agency> externals = new ConcurrentHashMap<>();
    private volatile @Nullable AgencyTree tree;
    private final Map<String, Map<String, Procedure>> procedures = new ConcurrentSkipListMap<>();

    private Catalogue() {}

    /** The catalogue of these events; of two about the same thing the later holds. */
    static Catalogue of(Collection<ReferenceEvent> events) {
        Catalogue catalogue = new Catalogue();
        for (ReferenceEvent event : events) {
            switch (event) {
                case ReferenceEvent.AgencyRegistered registered -> catalogue.add(registered.agency());
                case ReferenceEvent.ProcedurePublished published -> catalogue.add(published.procedure());
                // Calendars are kept by PublishedCalendars.
                case ReferenceEvent.CalendarPublished calendar -> {}
                // Delegations are kept by PublishedDelegations.
                case ReferenceEvent.DelegationGranted granted -> {}
                case ReferenceEvent.DelegationRevoked revoked -> {}
                // Codes set aside are a stream each.
                case ReferenceEvent.CodesReserved reserved -> {}
                case ReferenceEvent.CodeUsed used -> {}
            }
        }
        return catalogue;
    }

    /** Makes an agency known. */
    synchronized void add(Agency agency) {
        (agency.kind().equals(EXTERNAL) ? externals : agencies).put(agency.id(), agency);
        tree = null;
    }

    /** What the source of an import calls an agency. */
    Optional<Agency> external(String id) {
        return Optional.ofNullable(externals.get(id));
    }

    /** Every agency with its place, those of imports too. */
    AgencyTree tree() {
        AgencyTree known = tree;
        return known != null ? known : grown();
    }

    /** Not while an agency is being added: the tree without it would be kept. */
    private synchronized AgencyTree grown() {
        AgencyTree known = tree;
        if (known == null) {
            known = new AgencyTree(Stream.concat(agencies.values().stream(), externals.values().stream())
                    .toList());
            tree = known;
        }
        return known;
    }

    /** Makes a version of a procedure known. */
    void add(Procedure procedure) {
        procedures
                .computeIfAbsent(procedure.code(), code -> new ConcurrentHashMap<>())
                .put(procedure.version(), procedure);
    }

    /** Every version of a procedure, newest first. */
    public List<Procedure> versions(String code) {
        return procedures.getOrDefault(code, Map.of()).values().stream()
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Every agency there is or was, by id. */
    public List<Agency> agencies() {
        return List.copyOf(agencies.values());
    }

    /** The agency of that id ({@code code@validFrom}). */
    public Optional<Agency> agency(String id) {
        return Optional.ofNullable(agencies.get(id));
    }

    /** The agency and those above it, nearest first. */
    public List<Agency> lineage(Agency agency) {
        List<Agency> line = new ArrayList<>();
        @Nullable Agency current = agency;
        while (current != null && !line.contains(current)) {
            line.add(current);
            current = current.parent() == null ? null : agencies.get(current.parent());
        }
        return line;
    }

    /** What an agency became, those that exist on that day, followed through every change in between. */
    public List<Agency> successors(Agency agency, LocalDate day) {
        List<Agency> found = new ArrayList<>();
        List<Agency> open = new ArrayList<>(List.of(agency));
        List<Agency> seen = new ArrayList<>();
        while (!open.isEmpty()) {
            Agency next = open.removeFirst();
            if (seen.contains(next)) {
                continue;
            }
            seen.add(next);
            if (next.ref().validOn(day)) {
                found.add(next);
            } else {
                next.successors().forEach(id -> agency(id).ifPresent(open::add));
            }
        }
        return found;
    }

    /** Each procedure in the version of that day, or the newest where none is in force. */
    public List<Procedure> procedures(LocalDate day) {
        return procedures.keySet().stream()
                .flatMap(code -> procedure(code, day).stream())
                .toList();
    }

    /** The version of a procedure in force on that day, or its newest where none is; empty when there is no such code. */
    public Optional<Procedure> procedure(String code, LocalDate day) {
        List<Procedure> versions = versions(code);
        return versions.stream()
                .filter(version -> inForce(version, day))
                .findFirst()
                .or(() -> versions.stream().findFirst());
    }

    /** Exactly that version ({@code code@version}), in force or not: what a dossier is pinned to never goes away. */
    public Optional<Procedure> pinned(String pin) {
        int at = pin.lastIndexOf('@');
        return at < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        procedures.getOrDefault(pin.substring(0, at), Map.of()).get(pin.substring(at + 1)));
    }

    private static boolean inForce(Procedure procedure, LocalDate day) {
        return (procedure.validFrom() == null || !day.isBefore(procedure.validFrom()))
                && (procedure.validTo() == null || !day.isAfter(procedure.validTo()));
    }
}
