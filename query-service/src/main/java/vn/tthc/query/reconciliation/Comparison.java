package vn.tthc.query.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of the national portal beside the dossiers here. Every dossier here is agreed on, different or missing, and every
 * entry there is agreed on, different or unexpected: nothing is left unsaid.
 *
 * @param agreeing how many dossiers have the same status on both sides
 * @param different dossiers on both sides with another status, in the order of the list
 * @param missing dossiers here that the list does not have
 * @param unexpected entries of the list that no single dossier here answers to
 */
record Comparison(int agreeing, List<Different> different, List<Missing> missing, List<Unexpected> unexpected) {
    Comparison {
        different = List.copyOf(different);
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
    }

    /**
     * A dossier as it is here.
     *
     * @param id its id
     * @param code dossier code, null before reception
     * @param portalCode code of the national portal, null where it has none
     * @param status official status, 1 to 10
     * @param filedAt when it was filed
     * @param changedAt when something last happened to it that the applicant is told
     * @param parked whether a record of it could not be taken, so that this may be behind
     */
    record Ours(
            String id,
            @Nullable String code,
            @Nullable String portalCode,
            int status,
            Instant filedAt,
            Instant changedAt,
            boolean parked) {}

    /**
     * An entry of the portal's list.
     *
     * @param code the portal's own code or the dossier code
     * @param status official status, 1 to 10
     */
    record Theirs(String code, int status) {}

    /**
     * A dossier with another status there.
     *
     * @param openMinutes for how long the portal has had time to follow; 0 when it changed after the list was made
     * @param changedSince whether it changed here after the list was made, so that this may be no difference at all
     */
    record Different(
            String dossierId,
            String code,
            int portalStatus,
            int status,
            Instant changedAt,
            long openMinutes,
            boolean changedSince,
            boolean parked) {}

    /**
     * A dossier that is not in the list.
     *
     * @param openMinutes for how long the portal has had time to learn of it
     */
    record Missing(
            String dossierId,
            @Nullable String code,
            @Nullable String portalCode,
            int status,
            long openMinutes) {}

    /** An entry that no single dossier here answers to. */
    record Unexpected(String code, int portalStatus, Why why) {}

    /** Why an entry is unexpected. */
    enum Why {
        /** No dossier here that the asker may see goes by that code. */
        NOT_HERE,
        /** Several dossiers here go by it. */
        SEVERAL_HERE,
        /** An entry before it was of the same dossier. */
        NAMED_TWICE
    }

    /**
     * Compares.
     *
     * @param here the dossiers that have to be in the list
     * @param there the list
     * @param find the dossiers here that go by a code, also those that need not be in the list
     * @param takenAt when the list was made
     */
    static Comparison of(List<Ours> here, List<Theirs> there, Function<String, List<Ours>> find, Instant takenAt) {
        Set<String> named = new HashSet<>();
        List<Different> different = new ArrayList<>();
        List<Unexpected> unexpected = new ArrayList<>();
        int agreeing = 0;
        for (Theirs entry : there) {
            List<Ours> found = find.apply(entry.code());
            Why why = unexpected(found, named);
            if (why != null) {
                unexpected.add(new Unexpected(entry.code(), entry.status(), why));
            } else if (found.getFirst().status() == entry.status()) {
                agreeing++;
            } else {
                different.add(different(found.getFirst(), entry, takenAt));
            }
        }
        List<Missing> missing = here.stream()
                .filter(ours -> !named.contains(ours.id()))
                .map(ours -> missing(ours, takenAt))
                .toList();
        return new Comparison(agreeing, different, missing, unexpected);
    }

    private static @Nullable Why unexpected(List<Ours> found, Set<String> named) {
        if (found.size() == 1) {
            return named.add(found.getFirst().id()) ? null : Why.NAMED_TWICE;
        }
        return found.isEmpty() ? Why.NOT_HERE : Why.SEVERAL_HERE;
    }

    private static Different different(Ours ours, Theirs entry, Instant takenAt) {
        return new Different(
                ours.id(),
                entry.code(),
                entry.status(),
                ours.status(),
                ours.changedAt(),
                open(ours.changedAt(), takenAt),
                ours.changedAt().isAfter(takenAt),
                ours.parked());
    }

    private static Missing missing(Ours ours, Instant takenAt) {
        return new Missing(ours.id(), ours.code(), ours.portalCode(), ours.status(), open(ours.filedAt(), takenAt));
    }

    private static long open(Instant since, Instant takenAt) {
        return Math.max(0, Duration.between(since, takenAt).toMinutes());
    }
}
