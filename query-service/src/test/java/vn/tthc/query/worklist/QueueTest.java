package vn.tthc.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.Alarm;
import vn.tthc.law.OfficialStatus;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.query.Agencies;
import vn.tthc.query.Interleavings;
import vn.tthc.query.MemoryDocuments;
import vn.tthc.query.Stories;
import vn.tthc.query.Story;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.projection.DossierProjection;
import vn.tthc.query.worklist.Queue.Kind;

class QueueTest {
    private static final String ID = "0a1b2c3d-0000-3000-8000-000000000001";

    private static Optional<Queue> after(Story story) {
        DossierView view = DossierView.empty(ID);
        for (ReceivedEvent event : story.all()) {
            view = view.apply(event);
        }
        return Queue.of(view);
    }

    private static Story held() {
        return Story.of(ID).submitted().received().handedOver().opened().accepted("tham-dinh", true);
    }

    @Test
    void a_dossier_goes_from_queue_to_queue() {
        assertThat(after(Story.of(ID))).isEmpty();
        assertThat(after(Story.of(ID).submitted())).contains(new Queue(Kind.ONE_STOP, Agencies.XA.id(), null, null));
        assertThat(after(Story.of(ID).submitted().received().handedOver()))
                .contains(new Queue(Kind.TO_ACCEPT, Agencies.TINH.id(), null, null));
        assertThat(after(Story.of(ID).submitted().received().handedOver().handOverRefused()))
                .contains(new Queue(Kind.ONE_STOP, Agencies.XA.id(), null, null));
        assertThat(after(held())).contains(new Queue(Kind.POOL, Agencies.TINH.id(), null, Role.CASE_OFFICER));
        assertThat(after(held().completed("tham-dinh").forwarded("tham-dinh", "ky")))
                .contains(new Queue(Kind.TO_ACCEPT, Agencies.TRUNG_UONG.id(), null, null));
        assertThat(after(Story.of(ID).submitted().receptionRefused())).isEmpty();
        assertThat(after(Stories.whole(ID))).isEmpty();
        assertThat(after(Stories.old(ID))).isEmpty();
    }

    @Test
    void a_dossier_is_in_exactly_one_queue_as_long_as_it_is_open_whatever_has_been_heard_of_it() {
        Random random = new Random(20260303);
        Set<Kind> seen = new HashSet<>();
        for (Story story : List.of(Stories.whole(ID), Stories.busy(ID), Stories.old(ID), held())) {
            for (int i = 0; i < 300; i++) {
                MemoryDocuments documents = new MemoryDocuments();
                DossierProjection projection = new DossierProjection();
                DossierView view = DossierView.empty(ID);
                List<List<ReceivedEvent>> streams =
                        new ArrayList<>(List.of(story.dossier(), story.work(), story.item()));
                for (ReceivedEvent event : Interleavings.withRepeats(Interleavings.random(streams, random), random)) {
                    view = view.apply(event);
                    projection.apply(event, documents);
                    Optional<Queue> queue = Queue.of(view);
                    queue.ifPresent(in -> seen.add(in.kind()));
                    assertThat(queue.isPresent()).isEqualTo(isOpen(view));
                    long listed = documents.contents().keySet().stream()
                            .filter(key -> key.startsWith("worklists/"))
                            .count();
                    assertThat(listed).isEqualTo(queue.isPresent() ? 1 : 0);
                }
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Kind.values());
    }

    /** Said here again, so that the queue is not held against itself. */
    private static boolean isOpen(DossierView view) {
        OfficialStatus status = view.dossier().status();
        return view.dossier().filing() != null
                && !view.dossier().filing().imported()
                && status != null
                && !Set.of(OfficialStatus.NOT_RECEIVED, OfficialStatus.STOPPED, OfficialStatus.RETURNED)
                        .contains(status);
    }

    @Test
    void what_is_late_is_listed_as_long_as_it_holds() {
        Story late = held().told(new CaseEvent.AlarmRaised(
                Story.START, Alarm.STEP_OVERDUE, "step/1", "tham-dinh", Agencies.TINH, Story.START));
        assertThat(lists(late)).containsExactly(Worklists.Late.OVERDUE);
        assertThat(lists(late.completed("tham-dinh"))).isEmpty();
    }

    @Test
    void papers_that_nobody_took_are_listed_until_somebody_takes_them() {
        Story given = Story.of(ID)
                .submitted()
                .received()
                .handedOver()
                .opened()
                .told(new CaseEvent.AlarmRaised(
                        Story.START,
                        Alarm.HAND_OVER_UNACKNOWLEDGED,
                        "receipt/1",
                        "tham-dinh",
                        Agencies.TINH,
                        Story.START));
        assertThat(lists(given)).containsExactly(Worklists.Late.UNACKNOWLEDGED);
        assertThat(lists(given.accepted("tham-dinh", true))).isEmpty();
    }

    private static List<Worklists.Late> lists(Story story) {
        DossierView view = DossierView.empty(ID);
        for (ReceivedEvent event : story.all()) {
            view = view.apply(event);
        }
        WorkItem item = WorkItem.of(view).orElseThrow();
        return List.of(Worklists.Late.values()).stream()
                .filter(late -> late.has(item))
                .toList();
    }
}
