package vn.tthc.postal.scans;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.PostalEvent.Anomaly;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.Messages;
import vn.tthc.platform.web.Problem;

/**
 * What became of many scans.
 *
 * @param taken how many are recorded, now or before
 * @param refused how many are not
 * @param results one for each, in the order in which they were told
 */
record ScanBatchAnswer(int taken, int refused, List<ScanResult> results) {

    static ScanBatchAnswer of(List<ScanResult> results) {
        int refused = (int)
                results.stream().filter(result -> result.problem() != null).count();
        return new ScanBatchAnswer(results.size() - refused, refused, results);
    }

    /**
     * What became of one scan. It says how the scan stands now: one that was taken may be set aside when others come to
     * light.
     *
     * @param row its number among those told, from 1
     * @param result {@code applied}, {@code anomaly} when it was set aside, {@code refused}
     * @param repeated whether it was recorded before
     * @param anomaly why it was set aside
     * @param delivered whether it is what delivered the item
     * @param problem why it was refused
     */
    record ScanResult(
            int row,
            @Nullable String itemId,
            @Nullable String scanId,
            String result,
            boolean repeated,
            @Nullable Anomaly anomaly,
            boolean delivered,
            @Nullable RowProblem problem) {

        static ScanResult refused(int row, @Nullable String itemId, @Nullable String scanId, Problem why) {
            return new ScanResult(row, itemId, scanId, "refused", false, null, false, RowProblem.of(why));
        }
    }

    /**
     * Why a row was refused.
     *
     * @param code stable code; that of the first field that is wrong, when fields are
     * @param field the field to blame
     */
    record RowProblem(String code, @Nullable String field, Messages messages) {
        static RowProblem of(Problem why) {
            if (why.errors().isEmpty()) {
                return new RowProblem(why.code().name(), why.field(), Messages.of(why.code(), why.values()));
            }
            FieldProblem first = why.errors().getFirst();
            return new RowProblem(first.code(), first.field(), first.messages());
        }
    }
}
