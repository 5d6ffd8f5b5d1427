package vn.tthc.query.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.person.ReadLog;
import vn.tthc.platform.person.ReadPurpose;
import vn.tthc.platform.person.Reading;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.query.QueryPermission;
import vn.tthc.query.dossierview.Concerned;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Dossiers;
import vn.tthc.query.freshness.AsOf;
import vn.tthc.query.person.Applicants;
import vn.tthc.query.person.PersonSearch;
import vn.tthc.query.person.Persons;

/**
 * The persons of dossiers. Masked for a glance; in plain text, or to search by, only for a purpose that is on record
 * before the answer goes out. What is searched by stands in a body, never in a URL.
 */
@RestController
class PersonsEndpoint {
    private static final int DEFAULT_LIMIT = 20;

    private final Requests requests;
    private final AccessPolicy access;
    private final DocumentStore documents;
    private final Persons persons;
    private final PersonSearch search;
    private final Applicants applicants;
    private final ReadLog readLog;
    private final AsOf asOf;
    private final InstantSource clock;

    PersonsEndpoint(
            Requests requests,
            AccessPolicy access,
            DocumentStore documents,
            Persons persons,
            PersonSearch search,
            Applicants applicants,
            ReadLog readLog,
            AsOf asOf,
            InstantSource clock) {
        this.requests = requests;
        this.access = access;
        this.documents = documents;
        this.persons = persons;
        this.search = search;
        this.applicants = applicants;
        this.readLog = readLog;
        this.asOf = asOf;
        this.clock = clock;
    }

    /**
     * Why somebody wants to know.
     *
     * @param purpose what for
     * @param reference number of the paper it is for
     */
    record DisclosureRequest(
            @NotNull ReadPurpose purpose,

            @Pattern(regexp = "[0-9A-Za-zĐđ./-]{1,64}") @Nullable
            String reference) {}

    /**
     * Whom somebody looks for, and why; all that is given must be so of one person.
     *
     * @param name words of the name, in any order, with marks or without
     * @param identityNumber identity, passport or tax number
     * @param phone phone number
     */
    record PersonSearchRequest(
            @Size(min = 2, max = 200) @Nullable String name,
            @Size(min = 6, max = 20) @Nullable String identityNumber,
            @Size(min = 8, max = 20) @Nullable String phone,
            @NotNull ReadPurpose purpose,

            @Pattern(regexp = "[0-9A-Za-zĐđ./-]{1,64}") @Nullable
            String reference,

            @Min(1) @Max(100) @Nullable Integer limit) {

        @Override
        public String toString() {
            return "PersonSearchRequest[" + purpose + ", ***]";
        }

        List<String> fields() {
            List<String> fields = new ArrayList<>();
            if (name != null) {
                fields.add("name");
            }
            if (identityNumber != null) {
                fields.add("identityNumber");
            }
            if (phone != null) {
                fields.add("phone");
            }
            return fields;
        }
    }

    /**
     * The dossiers of a person, newest first.
     *
     * @param more whether there may be others: ask for more, or more precisely
     */
    record PersonSearchAnswer(List<DossierAnswer> dossiers, boolean more) {}

    /** The persons of a dossier, masked; 404 when none are known. */
    @GetMapping("/api/v1/dossiers/{id}/persons")
    ResponseEntity<Persons.Shown> masked(@PathVariable String id, HttpServletRequest request) {
        allowed(id, requests.caller(request).actor());
        return shown(id, permission -> false);
    }

    /** The persons of a dossier in plain text, as far as the caller may; it is recorded who read what and why. */
    @PostMapping("/api/v1/dossiers/{id}/disclosures")
    ResponseEntity<Persons.Shown> disclose(
            @PathVariable String id, @Valid @RequestBody DisclosureRequest why, HttpServletRequest request) {
        Actor actor = requests.caller(request).actor();
        Subject subject = Concerned.by(allowed(id, actor));
        access.require(actor, QueryPermission.READ_CONTACT, subject);
        ResponseEntity<Persons.Shown> answer = shown(id, permission -> access.allows(actor, permission, subject));
        List<String> plain =
                answer.getBody() == null ? List.of() : answer.getBody().plain();
        record(actor, id, plain, why.purpose(), why.reference(), null);
        return answer;
    }

    private ResponseEntity<Persons.Shown> shown(String id, Predicate<QueryPermission> plain) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(persons.of(id, plain).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND)));
    }

    /** The dossiers of a person, of those the caller may see; it is recorded who searched by what and why. */
    @PostMapping("/api/v1/dossier-searches")
    ResponseEntity<PersonSearchAnswer> search(
            @Valid @RequestBody PersonSearchRequest wanted, HttpServletRequest request) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, QueryPermission.SEARCH_PERSONS, Subject.ANY);
        PersonSearch.Found found = found(wanted, actor);
        List<DossierAnswer> rows = found.dossiers().stream()
                .flatMap(id -> Dossiers.get(documents, id).stream())
                .map(view -> DossierAnswer.of(view, applicants.masked(view), asOf.parked(view.id()), null))
                .toList();
        record(actor, null, wanted.fields(), wanted.purpose(), wanted.reference(), rows.size());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new PersonSearchAnswer(rows, found.more()));
    }

    private PersonSearch.Found found(PersonSearchRequest wanted, Actor actor) {
        Predicate<String> allowed = id -> Dossiers.get(documents, id)
                .filter(view -> access.allows(actor, QueryPermission.READ_DOSSIER, Concerned.by(view)))
                .isPresent();
        try {
            return search.find(
                    wanted.name(),
                    wanted.identityNumber(),
                    wanted.phone(),
                    allowed,
                    wanted.limit() == null ? DEFAULT_LIMIT : wanted.limit());
        } catch (IllegalArgumentException e) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "name",
                    FieldReason.REQUIRED,
                    "Hãy nhập họ tên, số định danh hoặc số điện thoại.",
                    "Give a name, an identity number or a phone number.")));
        }
    }

    private DossierView allowed(String id, Actor actor) {
        DossierView view = Dossiers.get(documents, id).orElseGet(() -> DossierView.empty(id));
        access.require(actor, QueryPermission.READ_DOSSIER, Concerned.by(view));
        return view;
    }

    private void record(
            Actor actor,
            @Nullable String dossier,
            List<String> fields,
            ReadPurpose purpose,
            @Nullable String reference,
            @Nullable Integer found) {
        readLog.record(Reading.by(actor, clock.instant(), dossier, fields, purpose, reference, found));
    }
}
