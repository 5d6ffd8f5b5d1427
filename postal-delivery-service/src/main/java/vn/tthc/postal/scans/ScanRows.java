package vn.tthc.postal.scans;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.StreamId;
import vn.tthc.law.post.S10;
import vn.tthc.law.post.S10Problem;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.EntryReader;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Messages;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.items.ItemLists;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.proof.Pictures;
import vn.tthc.postal.reference.PostalPoints;

/** Reads one row of a batch and says which item it is about, or why that cannot be. */
@Component
class ScanRows {
    private final EntryReader entries;
    private final ItemLists items;
    private final PostalPoints points;
    private final Pictures pictures;
    private final AccessPolicy access;

    ScanRows(EntryReader entries, ItemLists items, PostalPoints points, Pictures pictures, AccessPolicy access) {
        this.entries = entries;
        this.items = items;
        this.points = points;
        this.pictures = pictures;
        this.access = access;
    }

    /**
     * Reads a row.
     *
     * @throws Problem saying which field is wrong
     */
    BatchScan read(@Nullable JsonNode row) {
        return entries.read(row, BatchScan.class);
    }

    /**
     * The item it is about.
     *
     * @throws Problem when the actor may not tell it, or it names what there is not
     */
    StreamId item(Actor actor, BatchScan row) {
        ScanRequest scan = row.scan();
        if (points.find(scan.point()).isEmpty()) {
            throw unknown("scan.point", "Không có điểm bưu chính này.", "There is no such postal point.");
        }
        if (!access.allows(actor, PostalPermission.SCAN, Subject.ANY.at(Set.of(scan.point())))) {
            throw new Problem(CommonProblem.FORBIDDEN, "scan.point");
        }
        if (scan.proof() != null) {
            pictures.require(
                    "scan.proof", scan.proof().signatureHash(), scan.proof().photoHash());
        }
        return item(row.item());
    }

    private StreamId item(String text) {
        if (ItemReader.isItemId(text)) {
            return StreamId.item(text);
        }
        if (S10.reason(text).filter(S10Problem.CHECK_DIGIT::equals).isPresent()) {
            S10Problem wrong = S10Problem.CHECK_DIGIT;
            throw Problem.fields(
                    List.of(new FieldProblem("item", wrong.name(), new Messages(wrong.vietnamese(), wrong.english()))));
        }
        return items.byIdentifier(text).orElseThrow(ScanRows::unknownItem);
    }

    static Problem unknownItem() {
        return unknown("item", "Không có bưu gửi này ở đây.", "There is no such item here.");
    }

    private static Problem unknown(String field, String vietnamese, String english) {
        return Problem.fields(List.of(FieldProblem.of(field, FieldReason.UNKNOWN, vietnamese, english)));
    }
}
