package vn.tthc.law;

import static vn.tthc.law.OfficialStatus.FINANCIAL_OBLIGATION;
import static vn.tthc.law.OfficialStatus.IN_PROCESS;
import static vn.tthc.law.OfficialStatus.NOT_RECEIVED;
import static vn.tthc.law.OfficialStatus.PROCESSED;
import static vn.tthc.law.OfficialStatus.RECEIVED;
import static vn.tthc.law.OfficialStatus.REGISTERED;
import static vn.tthc.law.OfficialStatus.RETURNED;
import static vn.tthc.law.OfficialStatus.STOPPED;
import static vn.tthc.law.OfficialStatus.SUPPLEMENT_REQUESTED;
import static vn.tthc.law.OfficialStatus.WITHDRAWAL_REQUESTED;

import java.util.Set;

/**
 * Which official status may follow which. The list of codes is that of the national portal; which may follow which is
 * derived from their meaning, no official table was found (unsourced):
 *
 * <ul>
 *   <li>3 only from 1; 10 only from 9; 7 and 8 never after 9; 3, 8 and 10 are final;
 *   <li>5 may come before reception (the one guidance of Mẫu 02) and stops no clock then; 5 and 6 pause a received
 *       dossier; both go back to where the dossier was, or has come meanwhile, and may be followed by one another;
 *       while paused a dossier may still be withdrawn or stopped;
 *   <li>7 is followed by 8, or by the status before it when the withdrawal is refused or taken back;
 *   <li>2 may go straight to 9 where the one-stop itself settles the procedure.
 * </ul>
 */
public final class StatusTable {
    private StatusTable() {}

    /** Whether a dossier in one status may go to the other. A status does not follow itself. */
    public static boolean mayFollow(OfficialStatus from, OfficialStatus to) {
        return next(from).contains(to);
    }

    /** Every status that may come next; none after a final one. */
    public static Set<OfficialStatus> next(OfficialStatus from) {
        return switch (from) {
            case REGISTERED -> Set.of(RECEIVED, NOT_RECEIVED, SUPPLEMENT_REQUESTED, WITHDRAWAL_REQUESTED);
            case RECEIVED ->
                Set.of(
                        IN_PROCESS,
                        SUPPLEMENT_REQUESTED,
                        FINANCIAL_OBLIGATION,
                        WITHDRAWAL_REQUESTED,
                        STOPPED,
                        PROCESSED);
            case IN_PROCESS ->
                Set.of(SUPPLEMENT_REQUESTED, FINANCIAL_OBLIGATION, WITHDRAWAL_REQUESTED, STOPPED, PROCESSED);
            case SUPPLEMENT_REQUESTED ->
                Set.of(REGISTERED, RECEIVED, IN_PROCESS, FINANCIAL_OBLIGATION, WITHDRAWAL_REQUESTED, STOPPED);
            case FINANCIAL_OBLIGATION ->
                Set.of(RECEIVED, IN_PROCESS, SUPPLEMENT_REQUESTED, WITHDRAWAL_REQUESTED, STOPPED);
            case WITHDRAWAL_REQUESTED ->
                Set.of(STOPPED, REGISTERED, RECEIVED, IN_PROCESS, SUPPLEMENT_REQUESTED, FINANCIAL_OBLIGATION);
            case PROCESSED -> Set.of(RETURNED);
            case NOT_RECEIVED, STOPPED, RETURNED -> Set.of();
        };
    }
}
