package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.ProblemCode;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.postal.CoSignature;
import vn.tthc.contracts.postal.FeeReceipt;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.Paper;
import vn.tthc.contracts.postal.Paper.Form;
import vn.tthc.contracts.postal.PaperDifference;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

/** Thông tư 17/2017/TT-BTTTT, Điều 5: listed, signed by both, sealed, carried, compared with the list. */
class InboundTest {
    private static final CoSignature SIGNED = new CoSignature("a".repeat(64), null);
    private static final Paper FORM = new Paper("Tờ khai", "TK", Form.ORIGINAL, 1);
    private static final Paper COPIES = new Paper("Căn cước công dân", null, Form.COPY, 2);
    private static final Scan TAKEN = Items.scan(ItemCommand.TakeDossier.SCAN_ID, ScanKind.ACCEPTED, 10);
    private static final Scan OPENED = Items.scan("opened", ScanKind.DELIVERED, 90);

    private ItemState state = ItemState.NONE;

    private static Filing filing() {
        return new Filing(
                "2.000635",
                "24781@2025-07-01",
                "24781@2025-07-01",
                new Party("p1", new Sealed("p1", "name"), null, null, null, null),
                new ReturnWish(ReturnWay.POST, null, null),
                "24781@2025-07-01",
                new Sealed("p1", "address"));
    }

    private static ItemCommand take(Paper... papers) {
        return new ItemCommand.TakeDossier(
                Items.minute(10),
                Items.open(),
                filing(),
                List.of(papers),
                "NP-1",
                new FeeReceipt(8_000, "BL 7"),
                SIGNED,
                TAKEN);
    }

    private static ItemCommand check(Paper... found) {
        return new ItemCommand.CheckDossier(
                Items.minute(90), filing(), Items.ONE_STOP, true, List.of(found), SIGNED, OPENED);
    }

    private static PostalEvent checked(List<Paper> found, PaperDifference... differences) {
        return new PostalEvent.DossierChecked(
                Items.minute(90), Items.DOSSIER, filing(), Items.ONE_STOP, true, found, List.of(differences), SIGNED);
    }

    private static PostalEvent scanned(Scan scan) {
        return new PostalEvent.Scanned(scan.occurredAt(), Items.DOSSIER, scan);
    }

    private static PostalEvent delivered() {
        return new PostalEvent.Delivered(
                OPENED.occurredAt(), Items.DOSSIER, PostalEvent.Purpose.RESULT, 1, 1, Items.proof("opened"));
    }

    private InboundTest given(PostalEvent... events) {
        for (PostalEvent event : events) {
            state = Item.evolve(state, event);
        }
        return this;
    }

    private InboundTest given(ItemCommand command) {
        return given(events(command).toArray(PostalEvent[]::new));
    }

    private List<PostalEvent> events(ItemCommand command) {
        return ((Decision.Accepted<PostalEvent>) Item.decide(state, command)).events();
    }

    private void refused(ItemCommand command, ProblemCode code) {
        assertThat(Item.decide(state, command)).isEqualTo(Decision.refuse(code));
    }

    private ItemState.Open item() {
        return (ItemState.Open) state;
    }

    @Test
    void what_a_citizen_gives_is_listed_and_the_post_has_it_at_once() {
        assertThat(events(take(FORM, COPIES)))
                .containsExactly(
                        Items.opened(),
                        new PostalEvent.DossierTaken(
                                Items.minute(10),
                                Items.DOSSIER,
                                filing(),
                                List.of(FORM, COPIES),
                                "NP-1",
                                new FeeReceipt(8_000, "BL 7"),
                                SIGNED),
                        scanned(TAKEN));

        given(take(FORM, COPIES));
        assertThat(item().timeline().phase()).isEqualTo(Phase.UNDERWAY);
        assertThat(item().givenAt()).as("where it goes back to").isEqualTo(TAKEN.point());
        assertThat(events(take(FORM))).as("told again").isEmpty();
        refused(new ItemCommand.HandOver(Items.minute(20), SIGNED, TAKEN), ItemProblem.FROM_A_CITIZEN);
    }

    @Test
    void what_an_agency_sends_was_given_by_no_citizen() {
        given(Items.opened());
        assertThat(item().givenAt()).isNull();
        refused(check(FORM), ItemProblem.NOT_INBOUND);
        refused(new ItemCommand.RecordFilingRefused(Items.minute(95), "X", "vi", "en"), ItemProblem.NOT_INBOUND);
    }

    @Test
    void compared_with_its_list_it_is_delivered_and_that_is_told_once() {
        given(take(FORM, COPIES));

        assertThat(events(check(FORM, COPIES)))
                .containsExactly(checked(List.of(FORM, COPIES)), scanned(OPENED), delivered());
        given(check(FORM, COPIES));
        refused(check(FORM, COPIES), ItemProblem.ALREADY_CHECKED);
    }

    @Test
    void whatever_is_there_less_or_more_often_than_listed_is_told_in_the_order_of_the_list() {
        Paper map = new Paper("Trích đo", null, Form.ORIGINAL, 1);
        Paper formCopy = new Paper("Tờ khai", "TK", Form.COPY, 1);
        Paper oneCopy = new Paper("Căn cước công dân", null, Form.COPY, 1);
        given(take(FORM, COPIES, map));

        assertThat(events(check(oneCopy, map, formCopy)).getFirst())
                .isEqualTo(checked(
                        List.of(oneCopy, map, formCopy),
                        new PaperDifference("Tờ khai", Form.ORIGINAL, 1, 0),
                        new PaperDifference("Căn cước công dân", Form.COPY, 2, 1),
                        new PaperDifference("Tờ khai", Form.COPY, 0, 1)));
        assertThat(events(check(oneCopy, map, FORM, oneCopy)).getFirst())
                .as("two lines of one paper are that paper twice")
                .isEqualTo(checked(List.of(oneCopy, map, FORM, oneCopy)));
    }

    @Test
    void what_a_carrier_told_as_delivered_is_compared_and_not_delivered_again() {
        Scan told = Items.scan("told", ScanKind.DELIVERED, 60);
        given(take(FORM)).given(new ItemCommand.RecordScan(Items.minute(61), told));

        assertThat(events(check(FORM))).containsExactly(checked(List.of(FORM)));
    }

    @Test
    void what_goes_back_to_its_sender_is_not_compared() {
        given(take(FORM)).given(scanned(Items.scan("back", ScanKind.RETURNING, 60)));
        refused(check(FORM), ItemProblem.ON_ITS_WAY_BACK);
        given(scanned(Items.scan("there", ScanKind.RETURNED, 70)));
        refused(check(FORM), ItemProblem.ON_ITS_WAY_BACK);
    }

    @Test
    void that_it_could_not_be_filed_is_told_once_and_only_of_what_was_compared() {
        var why = new ItemCommand.RecordFilingRefused(Items.minute(95), "PROCEDURE_NOT_IN_FORCE", "vi", "en");
        given(take(FORM));
        refused(why, ItemProblem.NOT_INBOUND);

        given(check(FORM));
        assertThat(events(why))
                .containsExactly(new PostalEvent.FilingRefused(
                        Items.minute(95), Items.DOSSIER, "PROCEDURE_NOT_IN_FORCE", "vi", "en"));
        given(why);
        assertThat(events(why)).isEmpty();
    }
}
