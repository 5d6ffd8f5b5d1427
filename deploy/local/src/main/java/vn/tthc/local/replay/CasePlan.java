package vn.tthc.local.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is to be sent for a case: its reception, then its steps, then its end.
 *
 * @param reception the row of its reception, which also says what is known of the case
 * @param steps its other rows, as they stand in the file
 */
record CasePlan(LogRow reception, List<LogRow> steps) {
    CasePlan {
        steps = List.copyOf(steps);
    }

    /** Makes a plan of the rows of one case; empty when the case cannot be brought in. */
    static Optional<CasePlan> of(List<LogRow> rows, Consumer<Complaint> complain) {
        Optional<LogRow> reception = rows.stream().filter(LogRow::reception).findFirst();
        if (reception.isEmpty()) {
            LogRow first = rows.get(0);
            complain.accept(Complaint.malformed(
                    first.line(), "its case " + first.caseId() + " has no row '" + LogRow.RECEPTION + "'"));
            return Optional.empty();
        }
        LogRow received = reception.get();
        List<LogRow> steps = new ArrayList<>();
        for (LogRow row : rows) {
            if (!sameCase(row, received)) {
                complain.accept(Complaint.malformed(
                        row.line(), "what it says of its case differs from line " + received.line()));
            } else if (row.reception() && row.line() != received.line()) {
                complain.accept(
                        Complaint.malformed(row.line(), "its case was already received on line " + received.line()));
            } else if (row.line() != received.line()) {
                steps.add(row);
            }
        }
        return Optional.of(new CasePlan(received, steps));
    }

    private static boolean sameCase(LogRow row, LogRow reception) {
        return row.channel().equals(reception.channel())
                && Objects.equals(row.deadline(), reception.deadline())
                && Objects.equals(row.end(), reception.end());
    }

    /** End of processing; empty while the case is open. */
    Optional<Instant> end() {
        return Optional.ofNullable(reception.end());
    }

    /** When it was due. */
    Optional<Instant> deadline() {
        return Optional.ofNullable(reception.deadline());
    }
}
