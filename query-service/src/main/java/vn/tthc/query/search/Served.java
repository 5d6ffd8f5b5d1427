package vn.tthc.query.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.store.CollectionSpec.Index;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.query.QueryProblem;
import vn.tthc.query.dossierview.ConcernedDossiers;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Dossiers;

/** Which lists are served: those a declared index answers, and no others. */
final class Served {
    private static final int DAY_LENGTH = "2026-03-02".length();

    private Served() {}

    /**
     * The query as an index answers it.
     *
     * @throws Problem 400 {@code QUERY_NOT_SERVED} when none does, {@code VALIDATION_FAILED} for a bound that is no moment
     */
    static Find find(DossierQuery query) {
        return new Find(
                DossierView.COLLECTION,
                index(query).name(),
                query.equal(),
                bound("receivedFrom", query.receivedFrom(), false),
                bound("receivedTo", query.receivedTo(), true),
                true,
                query.after(),
                query.pageSize());
    }

    /**
     * The same of the dossiers that concern some agencies.
     *
     * @throws Problem as {@link #find(DossierQuery)}
     */
    static ConcernedDossiers.Listed find(DossierQuery query, Set<String> agencies, DocumentReader documents) {
        return ConcernedDossiers.find(
                documents,
                agencies,
                index(query),
                query.equal(),
                bound("receivedFrom", query.receivedFrom(), false),
                bound("receivedTo", query.receivedTo(), true),
                query.after(),
                query.pageSize());
    }

    private static Index index(DossierQuery query) {
        return Dossiers.INDEXES.stream()
                .filter(candidate ->
                        Set.copyOf(candidate.equal()).equals(query.equal().keySet()))
                .findFirst()
                .orElseThrow(Served::notServed);
    }

    /** What is said to somebody who asks for something else. */
    static Problem notServed() {
        String served = Dossiers.INDEXES.stream()
                .map(index -> index.equal().isEmpty() ? "(none)" : String.join("+", index.equal()))
                .collect(Collectors.joining(
                        ", ", "", "; each with receivedFrom, receivedTo, after, limit; or code alone"));
        return new Problem(QueryProblem.QUERY_NOT_SERVED, null, Map.of("served", served));
    }

    private static @Nullable Long bound(String field, @Nullable String text, boolean wholeDay) {
        if (text == null) {
            return null;
        }
        try {
            return Dossiers.micros(moment(text, wholeDay));
        } catch (DateTimeException | ArithmeticException e) {
            throw invalid(
                    field,
                    "Phải là ngày (2026-03-02) hoặc thời điểm có múi giờ (2026-03-02T08:00:00+07:00).",
                    "Must be a day (2026-03-02) or a moment with its offset (2026-03-02T08:00:00+07:00).");
        }
    }

    private static Instant moment(String text, boolean wholeDay) {
        if (text.length() != DAY_LENGTH) {
            return OffsetDateTime.parse(text).toInstant();
        }
        LocalDate day = LocalDate.parse(text);
        return VietnamTime.instant((wholeDay ? day.plusDays(1) : day).atStartOfDay());
    }

    /** A parameter whose value makes no sense. */
    static Problem invalid(String field, String vi, String en) {
        return Problem.fields(List.of(FieldProblem.of(field, FieldReason.INVALID, vi, en)));
    }
}
