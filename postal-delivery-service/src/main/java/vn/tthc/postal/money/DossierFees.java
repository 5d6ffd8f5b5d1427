package vn.tthc.postal.money;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.domain.Fees;
import vn.tthc.postal.domain.TillProblem;
import vn.tthc.postal.items.ItemLists;
import vn.tthc.postal.items.ItemReader;

/**
 * Keeps a fee that was taken with a citizen's dossier from being entered by hand as well, on whatever day. A till sees its
 * own day alone, and decides there.
 */
@Component
class DossierFees {
    private final ItemLists lists;
    private final ItemReader items;

    DossierFees(ItemLists lists, ItemReader items) {
        this.lists = lists;
        this.items = items;
    }

    /**
     * That a fee entered by hand is no dossier's.
     *
     * @throws Problem 400 when its id is one that such fees have, 409 when its reference is an item that brought its fee
     */
    void requireNone(String paymentId, String reference) {
        if (paymentId.startsWith(Fees.WITH_DOSSIER)) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "paymentId",
                    FieldReason.INVALID,
                    "Mã bắt đầu bằng item- dành cho phí thu cùng hồ sơ.",
                    "Ids that begin with item- are those of fees taken with a dossier.")));
        }
        boolean brought = lists.byIdentifier(reference)
                .flatMap(items::find)
                .map(loaded -> loaded.state().told().taken())
                .filter(taken -> taken.fee() != null)
                .isPresent();
        if (brought) {
            throw new Problem(TillProblem.FEE_WITH_DOSSIER, 409, "reference", Map.of());
        }
    }
}
