package vn.tthc.query.reconciliation;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Scope;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.query.QueryPermission;
import vn.tthc.query.dossierview.Concerned;
import vn.tthc.query.dossierview.ConcernedDossiers;
import vn.tthc.query.dossierview.DossierKeys;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Dossiers;
import vn.tthc.query.dossierview.Filing;
import vn.tthc.query.dossierview.Shown;
import vn.tthc.query.freshness.AsOf;
import vn.tthc.query.reconciliation.Comparison.Ours;
import vn.tthc.query.reconciliation.Comparison.Theirs;
import vn.tthc.query.timeline.Timeline;

/** Holds a list of the national portal against the dossiers here (đối soát). It changes nothing on either side. */
@RestController
@Tag(name = "Reconciliation", description = "Đối soát với Cổng dịch vụ công quốc gia / reconciliation with the portal")
class ReconciliationEndpoint {
    private static final int MOST = 2_000;
    private static final int PAGE = 500;
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final String BY_SOURCE = "source";

    private final Requests requests;
    private final AccessPolicy access;
    private final DocumentStore documents;
    private final AsOf asOf;

    ReconciliationEndpoint(Requests requests, AccessPolicy access, DocumentStore documents, AsOf asOf) {
        this.requests = requests;
        this.access = access;
        this.documents = documents;
        this.asOf = asOf;
    }

    /**
     * What the portal has.
     *
     * @param from received, or before that filed, at this moment or later
     * @param to before this moment
     * @param takenAt when the list was made
     * @param dossiers the list, all of that time
     */
    record PortalList(
            @NotNull Instant from,
            @NotNull Instant to,
            @NotNull Instant takenAt,
            @NotNull @Size(max = MOST) List<@NotNull @Valid PortalDossier> dossiers) {}

    /** One of its dossiers, by its own code or by the dossier code. */
    record PortalDossier(
            @NotNull @Pattern(regexp = "[0-9A-Za-z._/-]{1,64}")
            String code,

            @Min(1) @Max(10) int status) {}

    /**
     * Every difference.
     *
     * @param asOf everything recorded before this moment is in it; absent while that is unknown
     * @param here how many dossiers here had to be in the list
     * @param agreeing how many have the same status on both sides
     */
    record Reconciled(
            @Nullable Instant asOf,
            int here,
            int agreeing,
            List<Comparison.Different> different,
            List<Comparison.Missing> missing,
            List<Comparison.Unexpected> unexpected) {}

    @PostMapping("/api/v1/reconciliations")
    Reconciled reconcile(@Valid @RequestBody PortalList list, HttpServletRequest request) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, QueryPermission.RECONCILE, Subject.ANY);
        Duration time = Duration.between(list.from(), list.to());
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw invalid(
                    "Khoảng thời gian từ trên 0 đến 31 ngày.", "The time is more than nothing and at most 31 days.");
        }
        Instant moment = asOf.moment();
        List<Ours> here = here(list, access.scope(actor, QueryPermission.RECONCILE));
        List<Theirs> there = list.dossiers().stream()
                .map(entry -> new Theirs(entry.code(), entry.status()))
                .toList();
        Comparison compared = Comparison.of(here, there, code -> goingBy(code, actor), list.takenAt());
        return new Reconciled(
                moment,
                here.size(),
                compared.agreeing(),
                compared.different(),
                compared.missing(),
                compared.unexpected());
    }

    private List<Ours> here(PortalList list, Scope scope) {
        List<Ours> ours = new ArrayList<>();
        @Nullable String after = null;
        do {
            Views page = page(list, scope, after);
            page.views().flatMap(this::ours).forEach(ours::add);
            after = page.next();
        } while (after != null && ours.size() <= MOST);
        if (ours.size() > MOST) {
            throw invalid(
                    "Có hơn " + MOST + " hồ sơ; hãy chọn khoảng thời gian ngắn hơn.",
                    "There are more than " + MOST + " dossiers; take a shorter time.");
        }
        return ours;
    }

    private record Views(
            Stream<DossierView> views, @Nullable String next) {}

    private Views page(PortalList list, Scope scope, @Nullable String after) {
        Map<String, Object> live = Map.of("source", Filing.LIVE);
        long from = Dossiers.micros(list.from());
        long to = Dossiers.micros(list.to());
        if (scope.everything()) {
            Page page = documents.find(new Find(DossierView.COLLECTION, BY_SOURCE, live, from, to, true, after, PAGE));
            return new Views(page.documents().stream().map(Dossiers::read), page.next());
        }
        ConcernedDossiers.Listed listed = ConcernedDossiers.find(
                documents,
                scope.agencies(),
                Dossiers.INDEXES.stream()
                        .filter(index -> index.name().equals(BY_SOURCE))
                        .findFirst()
                        .orElseThrow(),
                live,
                from,
                to,
                after,
                PAGE);
        return new Views(listed.dossiers().stream().flatMap(id -> Dossiers.get(documents, id).stream()), listed.next());
    }

    private List<Ours> goingBy(String code, Actor actor) {
        return DossierKeys.find(
                        documents, code, view -> access.allows(actor, QueryPermission.RECONCILE, Concerned.by(view)), 2)
                .stream()
                .flatMap(this::ours)
                .toList();
    }

    /** None of a dossier whose own stream has not been heard of yet. */
    private Stream<Ours> ours(DossierView view) {
        Shown shown = view.shown();
        Filing filing = view.dossier().filing();
        if (shown.status() == null || filing == null) {
            return Stream.empty();
        }
        Instant changed = Timeline.newestForCitizens(documents, view.id(), 1).facts().stream()
                .findFirst()
                .map(fact -> fact.at())
                .orElse(filing.at());
        return Stream.of(new Ours(
                view.id(),
                shown.code(),
                shown.portalCode(),
                shown.status().code(),
                filing.at(),
                changed,
                asOf.parked(view.id())));
    }

    private static Problem invalid(String vi, String en) {
        return Problem.fields(List.of(FieldProblem.of("to", FieldReason.INVALID, vi, en)));
    }
}
