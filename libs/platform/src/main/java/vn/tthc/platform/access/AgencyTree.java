package vn.tthc.platform.access;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.law.Level;

/**
 * The agencies there are and were, as one looks down on them: what an agency answers for itself, and what lies below it.
 * One that is not known (its publication has not come yet) stands for itself alone.
 */
public final class AgencyTree {
    /** Nothing is known. */
    public static final AgencyTree EMPTY = new AgencyTree(List.of());

    private final Map<String, Agency> agencies = new HashMap<>();
    private final Map<String, Set<String>> children = new HashMap<>();
    private final Map<String, Set<String>> predecessors = new HashMap<>();
    private final Map<Asked, Set<String>> answered = new ConcurrentHashMap<>();

    private record Asked(String agency, LocalDate day, boolean below) {}

    public AgencyTree(Collection<Agency> published) {
        for (Agency agency : published) {
            agencies.put(agency.id(), agency);
            if (agency.parent() != null) {
                children.computeIfAbsent(agency.parent(), id -> new HashSet<>()).add(agency.id());
            }
            if (agency.successors().size() == 1) {
                // What was split has no heir that anybody could name; see how its open cases are moved.
                predecessors
                        .computeIfAbsent(agency.successors().getFirst(), id -> new HashSet<>())
                        .add(agency.id());
            }
        }
    }

    /** The agency of that id ({@code code@validFrom}), of whatever era. */
    public Optional<Agency> find(String id) {
        return Optional.ofNullable(agencies.get(id));
    }

    /** Whether somebody can act for it on that day; for one that is not known the benefit of the doubt. */
    public boolean inForce(String id, LocalDate day) {
        Agency agency = agencies.get(id);
        return agency == null || agency.ref().validOn(day);
    }

    /** Whether every other agency lies below it. */
    public boolean isTop(String id) {
        Agency agency = agencies.get(id);
        return agency != null && agency.parent() == null && children.containsKey(id);
    }

    /** The agency itself and those that had ended by that day and that it alone has taken the place of. */
    public Set<String> own(String id, LocalDate day) {
        return agencies.containsKey(id)
                ? answered.computeIfAbsent(new Asked(id, day, false), asked -> heritage(Set.of(id), day))
                : Set.of(id);
    }

    /** What it answers for itself, and everything that lies or lay below that. */
    public Set<String> under(String id, LocalDate day) {
        return agencies.containsKey(id)
                ? answered.computeIfAbsent(new Asked(id, day, true), asked -> subtree(id, day))
                : Set.of(id);
    }

    private Set<String> subtree(String id, LocalDate day) {
        Level level = find(id).orElseThrow().level();
        // A commune that took the place of a district does not look down on what lay below the district.
        Predicate<String> notHigher = other ->
                find(other).filter(found -> found.level().compareTo(level) <= 0).isPresent();
        Set<String> all = new HashSet<>(own(id, day));
        Deque<String> open = new ArrayDeque<>(all.stream().filter(notHigher).toList());
        while (!open.isEmpty()) {
            for (String child : heritage(children.getOrDefault(open.remove(), Set.of()), day)) {
                if (all.add(child)) {
                    open.add(child);
                }
            }
        }
        return Set.copyOf(all);
    }

    private Set<String> heritage(Set<String> heirs, LocalDate day) {
        Set<String> all = new HashSet<>(heirs);
        Deque<String> open = new ArrayDeque<>(heirs);
        while (!open.isEmpty()) {
            for (String before : predecessors.getOrDefault(open.remove(), Set.of())) {
                if (!inForce(before, day) && all.add(before)) {
                    open.add(before);
                }
            }
        }
        return Set.copyOf(all);
    }
}
