package vn.tthc.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.query.Agencies;
import vn.tthc.query.Stories;
import vn.tthc.query.Story;
import vn.tthc.query.dossierview.CaseFold;

class WordingTest {
    private static final String ID = "0a1b2c3d-0000-3000-8000-000000000001";

    @Test
    void everyEventHasWordsInBothLanguages() {
        Set<Class<?>> told = new HashSet<>();
        for (ReceivedEvent received : everyEvent()) {
            Words words = Wording.of(received.event(), CaseFold.EMPTY);
            assertThat(words.text().vi()).as(received.envelope().type()).isNotBlank();
            assertThat(words.text().en())
                    .as(received.envelope().type())
                    .isNotBlank()
                    .isNotEqualTo(words.text().vi());
            told.add(received.event().getClass());
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(vocabulary());
    }

    @Test
    void noWordsRepeatWhatIsSealed() {
        for (ReceivedEvent received : everyEvent()) {
            Words words = Wording.of(received.event(), CaseFold.EMPTY);
            assertThat(words.toString()).doesNotContain("c2VhbGVk");
        }
    }

    @Test
    void aStepIsCalledByItsName() {
        Story story = Stories.whole(ID);
        CaseFold work = CaseFold.EMPTY.apply(story.work().getFirst().envelope(), (CaseEvent)
                story.work().getFirst().event());
        Words words = Wording.of(story.work().get(1).event(), work);
        assertThat(words.text().vi()).isEqualTo("Cơ quan đã nhận hồ sơ, bước “Thẩm định”");
        assertThat(words.text().en()).isEqualTo("The agency has taken the dossier, step “Appraisal”");
        assertThat(words.agency().vi()).isEqualTo(Agencies.TINH.name());
    }

    private static List<ReceivedEvent> everyEvent() {
        return Stream.of(
                        Stories.whole(ID),
                        Stories.backFromThePost(ID),
                        Stories.broughtByThePost(ID),
                        Stories.refusedFromThePost(ID),
                        Stories.old(ID),
                        Stories.busy(ID),
                        Story.of(ID).receptionRefused().handOverRefused(),
                        Story.of(ID).everythingOfTheClock(),
                        Story.of(ID)
                                .told(new CaseEvent.HandOverRefused(
                                        Story.START, Agencies.TINH, "AGENCY_NOT_VALID", "Cơ quan đã sáp nhập")))
                .flatMap(story -> story.all().stream())
                .toList();
    }

    private static Set<Class<?>> vocabulary() {
        Set<Class<?>> all = new HashSet<>();
        for (Class<? extends TthcEvent> events : List.of(DossierEvent.class, CaseEvent.class, PostalEvent.class)) {
            all.addAll(List.of(events.getPermittedSubclasses()));
        }
        return all;
    }
}
