package vn.tthc.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.Assignment;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.law.Channel;
import vn.tthc.law.Level;
import vn.tthc.platform.agency.PublishedAgencies;
import vn.tthc.query.Received;
import vn.tthc.query.Story;

/** Lists and figures hold what the caller may see and nothing else, whatever the page, the order and the condition. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeTest extends QueryServiceSlice {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);

    private static final AgencyRef PROVINCE = ref("99@2025-07-01", Level.TINH, null);
    private static final AgencyRef DEPARTMENT = ref("99-STP@2025-07-01", Level.TINH, null);
    private static final AgencyRef WARD = ref("99001@2025-07-01", Level.XA, null);
    private static final AgencyRef OTHER_WARD = ref("99002@2025-07-01", Level.XA, null);
    private static final AgencyRef OLD_WARD = ref("99003@origin", Level.XA, FIRST_DAY.minusDays(1));
    private static final AgencyRef FAR_AWAY = ref("98001@2025-07-01", Level.XA, null);

    private static final List<AgencyRef> SAME_MOMENT = List.of(WARD, OTHER_WARD, WARD, OLD_WARD, FAR_AWAY);

    @Autowired
    PublishedAgencies agencies;

    private final List<String> ofWard = new ArrayList<>();
    private final List<String> ofOldWard = new ArrayList<>();
    private final List<String> ofOtherWard = new ArrayList<>();

    @BeforeAll
    void aProvinceWithWork() {
        publish(PROVINCE, "G99@origin", List.of());
        publish(DEPARTMENT, PROVINCE.id(), List.of());
        publish(WARD, PROVINCE.id(), List.of());
        publish(OTHER_WARD, PROVINCE.id(), List.of());
        publish(OLD_WARD, "999@origin", List.of(WARD.id()));
        publish(FAR_AWAY, "98@2025-07-01", List.of());
        for (int i = 0; i < 4; i++) {
            for (AgencyRef agency : SAME_MOMENT) {
                String id = UUID.randomUUID().toString();
                project(Story.of(id).at(agency, agency).submitted().received());
                if (agency.equals(OLD_WARD)) {
                    ofOldWard.add(id);
                }
                if (agency.equals(WARD) || agency.equals(OLD_WARD)) {
                    ofWard.add(id);
                } else if (agency.equals(OTHER_WARD)) {
                    ofOtherWard.add(id);
                }
            }
        }
        String decidedAbove = UUID.randomUUID().toString();
        project(Story.of(decidedAbove).at(OTHER_WARD, DEPARTMENT).submitted().received());
        ofOtherWard.add(decidedAbove);
    }

    @Test
    void pagesHoldWhatMayBeSeenAreFullAndFollowOneAnother() throws Exception {
        List<String> ofProvince =
                Stream.concat(ofWard.stream(), ofOtherWard.stream()).toList();
        for (String condition : List.of("", "status=2&", "source=live&channel=ONLINE&", "procedure=2.000806&")) {
            for (int limit : List.of(1, 3, 8, 200)) {
                assertThat(all(condition, limit, Role.AGENCY_LEADER, PROVINCE)).isEqualTo(newestFirst(ofProvince));
                assertThat(all(condition, limit, Role.INSPECTOR, PROVINCE)).isEqualTo(newestFirst(ofProvince));
                assertThat(all(condition, limit, Role.RECEPTION_OFFICER, WARD)).isEqualTo(newestFirst(ofWard));
                assertThat(all(condition, limit, Role.CASE_OFFICER, DEPARTMENT)).hasSize(1);
                assertThat(all(condition, limit, Role.CASE_OFFICER, PROVINCE)).isEmpty();
                assertThat(all(condition, limit, Role.AGENCY_LEADER, OTHER_WARD))
                        .isEqualTo(newestFirst(ofOtherWard));
            }
        }
        assertThat(all("status=3&", 10, Role.AGENCY_LEADER, PROVINCE)).isEmpty();
        assertThat(all("receivedFrom=2026-03-03&", 10, Role.AGENCY_LEADER, PROVINCE))
                .isEmpty();
        assertThat(all("receivedFrom=2026-03-02&receivedTo=2026-03-02&", 4, Role.AGENCY_LEADER, WARD))
                .isEqualTo(newestFirst(ofWard));
    }

    @Test
    void peopleOfAnAgencyThatEndedAndAdministratorsHaveNoLists() throws Exception {
        for (String path : List.of("/api/v1/dossiers", "/api/v1/statistics", "/api/v1/worklists/mine")) {
            read(path, Role.RECEPTION_OFFICER, OLD_WARD).andExpect(status().isForbidden());
            read(path, Role.AGENCY_LEADER, null).andExpect(status().isForbidden());
            for (Role role : List.of(Role.ADMINISTRATOR, Role.SYSTEM, Role.IMPORTER, Role.POSTAL_WORKER)) {
                read(path, role, null)
                        .andExpect(status().isForbidden())
                        .andExpect(jsonPath("$.code").value("FORBIDDEN"));
            }
        }
    }

    @Test
    void theOldNameStaysWithTheDossierThatItsSuccessorSees() throws Exception {
        String old = ofOldWard.getFirst();
        read("/api/v1/dossiers/" + old, Role.CASE_OFFICER, WARD)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.places.receiving.id").value(OLD_WARD.id()));
        read("/api/v1/dossiers/" + old, Role.CASE_OFFICER, OTHER_WARD).andExpect(status().isForbidden());
        read("/api/v1/dossiers/" + old, Role.AGENCY_LEADER, PROVINCE).andExpect(status().isOk());
        read("/api/v1/dossiers/" + old, Role.HEAD_OF_UNIT, PROVINCE).andExpect(status().isForbidden());
    }

    @Test
    void figuresCountWhatTheCallersAgencyAnswersForOrLooksDownOn() throws Exception {
        int far = all("", 200, Role.AGENCY_LEADER, FAR_AWAY).size();
        assertThat(far).isEqualTo(4);
        String province = figures("", Role.INSPECTOR, PROVINCE);
        Map<String, Integer> byAgency = JsonPath.read(province, "$.byAgency");
        assertThat(byAgency.keySet())
                .containsExactlyInAnyOrder(WARD.id(), OTHER_WARD.id(), OLD_WARD.id(), DEPARTMENT.id());
        assertThat(byAgency.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(JsonPath.<Integer>read(province, "$.dossiers"))
                .isEqualTo(ofWard.size() + ofOtherWard.size());
        String ward = figures("", Role.RECEPTION_OFFICER, WARD);
        assertThat(JsonPath.<Integer>read(ward, "$.dossiers")).isEqualTo(ofWard.size());
        assertThat(JsonPath.<Integer>read(ward, "$.channels.ONLINE")).isEqualTo(ofWard.size());
        assertThat(JsonPath.<Integer>read(figures("?source=coselog", Role.INSPECTOR, PROVINCE), "$.dossiers"))
                .isZero();
        assertThat(JsonPath.<Integer>read(
                        figures("?agency=" + OTHER_WARD.id(), Role.AGENCY_LEADER, PROVINCE), "$.dossiers"))
                .isEqualTo(4);
        read("/api/v1/statistics?agency=" + OTHER_WARD.id(), Role.CASE_OFFICER, WARD)
                .andExpect(status().isForbidden());
        read("/api/v1/statistics?agency=" + FAR_AWAY.id(), Role.AGENCY_LEADER, PROVINCE)
                .andExpect(status().isForbidden());
    }

    @Test
    void aQueueIsForItsAgencyItsSuccessorAndThoseAbove() throws Exception {
        String queue = "/api/v1/worklists/queue?kind=ONE_STOP&limit=200&agency=" + OLD_WARD.id();
        read(queue, Role.RECEPTION_OFFICER, WARD)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(4));
        read(queue, Role.AGENCY_LEADER, PROVINCE).andExpect(status().isOk());
        read(queue, Role.RECEPTION_OFFICER, OTHER_WARD).andExpect(status().isForbidden());
        read(queue, Role.RECEPTION_OFFICER, OLD_WARD).andExpect(status().isForbidden());
    }

    @Test
    void whatWasBroughtInFromOutsideIsSeenByTheProvinceThatBroughtItInAndByNoOther() throws Exception {
        AgencyRef importing = ref("94@2025-07-01", Level.TINH, null);
        AgencyRef ward = ref("94001@2025-07-01", Level.XA, null);
        AgencyRef outside = new AgencyRef("external:van-phong-cu", "Văn phòng Cũ", "Old Office", Level.XA, null, null);
        publish(importing, "G94@origin", List.of());
        publish(ward, importing.id(), List.of());
        publish(outside, importing.id(), List.of());
        String id = UUID.randomUUID().toString();
        project(Story.of(id)
                .told(new DossierEvent.Imported(
                        Story.START,
                        "coselog",
                        "case-94",
                        "hash",
                        new CaseFile(
                                "case-94",
                                "COSELOG.RECEIPT@1",
                                "Hồ sơ nhập từ nhật ký",
                                "Imported log",
                                Channel.COUNTER,
                                "coselog",
                                Story.START,
                                null,
                                outside,
                                List.of()),
                        new Lookup("N-94", "hash", 1))));

        for (Role role : List.of(Role.INSPECTOR, Role.AGENCY_LEADER)) {
            assertThat(all("source=coselog&", 5, role, importing)).containsExactly(id);
            read("/api/v1/dossiers/" + id, role, importing).andExpect(status().isOk());
            assertThat(JsonPath.<Integer>read(figures("?source=coselog", role, importing), "$.dossiers"))
                    .isEqualTo(1);
            assertThat(all("source=coselog&", 5, role, ward)).isEmpty();
            assertThat(all("source=coselog&", 5, role, PROVINCE)).isEmpty();
            read("/api/v1/dossiers/" + id, role, PROVINCE).andExpect(status().isForbidden());
        }
    }

    @Test
    void workLeftBehindAtAnotherAgencyIsNotOnesOwnAnyMoreAndPagesAreFullAllTheSame() throws Exception {
        AgencyRef here = ref("99011@2025-07-01", Level.XA, null);
        AgencyRef there = ref("99012@2025-07-01", Level.XA, null);
        List<String> mine = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            AgencyRef agency = i % 2 == 0 ? here : there;
            String id = UUID.randomUUID().toString();
            project(Story.of(id)
                    .at(agency, agency)
                    .submitted()
                    .received()
                    .opened()
                    .told(new CaseEvent.CustodyAccepted(Story.START, "tham-dinh", agency, true))
                    .told(new CaseEvent.Assigned(
                            Story.START, "tham-dinh", agency, "somebody", Assignment.ASSIGNED, null, null)));
            if (agency.equals(here)) {
                mine.add(id);
            }
        }
        List<String> seen = new ArrayList<>();
        @Nullable String next = null;
        do {
            String page = read(
                            "/api/v1/worklists/mine?limit=2" + (next == null ? "" : "&after=" + next),
                            Role.CASE_OFFICER,
                            here)
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            List<String> ids = JsonPath.read(page, "$.items[*].dossierId");
            seen.addAll(ids);
            next = page.contains("\"next\":\"") ? JsonPath.read(page, "$.next") : null;
            assertThat(ids.size()).isEqualTo(next == null ? ids.size() : 2);
        } while (next != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(mine);
        read("/api/v1/worklists/mine", Role.CASE_OFFICER, OTHER_WARD)
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    private List<String> all(String condition, int limit, Role role, AgencyRef agency) throws Exception {
        List<String> found = new ArrayList<>();
        @Nullable String next = null;
        do {
            String page = read(
                            "/api/v1/dossiers?" + condition + "limit=" + limit + (next == null ? "" : "&after=" + next),
                            role,
                            agency)
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            List<String> ids = JsonPath.read(page, "$.dossiers[*].dossierId");
            found.addAll(ids);
            next = page.contains("\"next\":\"") ? JsonPath.read(page, "$.next") : null;
            assertThat(ids.size()).isEqualTo(next == null ? ids.size() : limit);
        } while (next != null);
        return found;
    }

    /** All were received at one moment, so that their ids decide. */
    private static List<String> newestFirst(List<String> ids) {
        return ids.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private String figures(String query, Role role, AgencyRef agency) throws Exception {
        return read("/api/v1/statistics" + query, role, agency)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions read(String path, Role role, @Nullable AgencyRef agency) throws Exception {
        return http.perform(get(java.net.URI.create(path))
                .header("Authorization", token(role, agency == null ? null : agency.id())));
    }

    private void publish(AgencyRef ref, String parent, List<String> successors) {
        String code = ref.id().split("@")[0];
        Agency agency = new Agency(
                ref.id(),
                code,
                null,
                ref.level(),
                parent,
                "UNIT",
                code,
                code,
                ref.validFrom(),
                ref.validTo(),
                "NORMAL",
                successors);
        documents.write(writer -> {
            agencies.apply(
                    Received.of(
                            new StreamId(StreamType.AGENCY, agency.id()),
                            1,
                            new ReferenceEvent.AgencyRegistered(Story.START, agency, "hash"),
                            "seed"),
                    writer);
            return true;
        });
    }

    private static AgencyRef ref(String id, Level level, @Nullable LocalDate to) {
        return new AgencyRef(id, id, id, level, to == null ? FIRST_DAY : null, to);
    }
}
