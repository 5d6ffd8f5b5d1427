package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.FailureReason;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.law.clock.Calendars;
import vn.tthc.postal.domain.Retention.Finding;

/** Opened on Monday 2026-03-02; the office keeps 15 days. */
class RetentionTest {
    private static final long DAY = 24 * 60;

    private ItemState state = Item.evolve(ItemState.NONE, Items.opened());

    private Retention after(Scan... scans) {
        for (Scan scan : scans) {
            state = Item.evolve(state, new PostalEvent.Scanned(scan.occurredAt(), Items.DOSSIER, scan));
        }
        return Retention.of((ItemState.Open) state, Calendars.byDefault());
    }

    private static Scan failed(String id, long minute, FailureReason reason) {
        return Items.with(Items.scan(id, ScanKind.ATTEMPT_FAILED, minute), reason, null);
    }

    @Test
    void the_second_invitation_comes_two_working_days_after_the_first_so_not_on_a_weekend() {
        Retention retention = after(Items.scan("a", ScanKind.INVITED, 3 * DAY));

        assertThat(retention.secondInvitationFrom()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(retention.invitations()).isEqualTo(1);
    }

    @Test
    void it_is_kept_the_days_of_the_area_from_the_first_invitation() {
        Retention retention = after(
                failed("a", DAY, FailureReason.NOT_FOUND),
                Items.scan("b", ScanKind.INVITED, 2 * DAY),
                Items.scan("c", ScanKind.INVITED, 4 * DAY));

        assertThat(retention.returnFrom()).isEqualTo(Instant.parse("2026-03-18T17:00:00Z"));
        assertThat(retention.findings()).isEmpty();
    }

    @Test
    void in_the_country_it_is_kept_thirty_days() {
        state = Item.evolve(
                state,
                new PostalEvent.AddressChanged(
                        Items.OPENED, Items.DOSSIER, "23272@2025-07-01", null, "LDG-0048", 30, false));

        assertThat(after(Items.scan("b", ScanKind.INVITED, 2 * DAY)).returnFrom())
                .isEqualTo(Instant.parse("2026-04-02T17:00:00Z"));
    }

    @Test
    void what_is_refused_goes_back_at_once() {
        Scan refused = failed("a", DAY, FailureReason.REFUSED);

        Retention retention = after(refused, Items.scan("b", ScanKind.RETURNING, DAY + 1));

        assertThat(retention.returnFrom()).isEqualTo(refused.occurredAt());
        assertThat(retention.findings()).isEmpty();
    }

    @Test
    void sent_back_too_early_is_found_and_still_believed() {
        Retention retention =
                after(Items.scan("a", ScanKind.INVITED, DAY), Items.scan("b", ScanKind.RETURNING, 3 * DAY));

        assertThat(retention.findings()).containsExactly(Finding.SENT_BACK_EARLY);
        assertThat(((ItemState.Open) state).timeline().phase()).isEqualTo(Phase.RETURNING);
    }

    @Test
    void did_not_come_needs_two_invitations_two_working_days_apart_also_when_the_second_is_told_late() {
        Retention once = after(
                Items.scan("a", ScanKind.INVITED, DAY),
                Items.scan("b", ScanKind.INVITED, 2 * DAY),
                failed("c", 20 * DAY, FailureReason.DID_NOT_COME));
        assertThat(once.findings()).containsExactly(Finding.NOT_INVITED_TWICE);

        assertThat(after(Items.scan("d", ScanKind.INVITED, 3 * DAY)).findings()).isEmpty();
    }

    @Test
    void while_nobody_was_invited_it_is_kept_from_the_first_failed_attempt() {
        Retention retention =
                after(failed("a", DAY, FailureReason.NOT_FOUND), failed("b", 2 * DAY, FailureReason.NOT_FOUND));

        assertThat(retention.returnFrom()).isEqualTo(Instant.parse("2026-03-17T17:00:00Z"));
        assertThat(retention.secondInvitationFrom()).isNull();
    }

    /** Luật Bưu chính 2010, Điều 17 khoản 1 điểm d: who was never invited cannot have stayed away. */
    @Test
    void did_not_come_without_an_invitation_before_it_is_found() {
        assertThat(after(failed("c", 20 * DAY, FailureReason.DID_NOT_COME)).findings())
                .containsExactly(Finding.NOT_INVITED_TWICE);

        Retention invitedAfterwards =
                after(Items.scan("d", ScanKind.INVITED, 21 * DAY), Items.scan("e", ScanKind.INVITED, 24 * DAY));
        assertThat(invitedAfterwards.findings()).containsExactly(Finding.NOT_INVITED_TWICE);
    }
}
