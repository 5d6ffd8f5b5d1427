package vn.tthc.postal.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.platform.agency.PublishedAgencies;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.proof.Pictures;
import vn.tthc.postal.reference.PaperKinds;
import vn.tthc.postal.reference.PostalPoints;

/** Checks at the border what a taking or a comparison names, and that it is signed. */
@Component
class InboundChecks {
    private final PostalPoints points;
    private final PublishedAgencies agencies;
    private final DocumentStore documents;
    private final Pictures pictures;
    private final PaperKinds kinds;

    InboundChecks(
            PostalPoints points,
            PublishedAgencies agencies,
            DocumentStore documents,
            Pictures pictures,
            PaperKinds kinds) {
        this.kinds = kinds;
        this.points = points;
        this.agencies = agencies;
        this.documents = documents;
        this.pictures = pictures;
    }

    /**
     * The one-stop a dossier goes to.
     *
     * @throws Problem 400 with every field that names nothing or is not signed
     */
    AgencyRef oneStop(TakingBody body) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (points.find(body.point()).isEmpty()) {
            wrong.add(unknown("point", "Không có điểm bưu chính này.", "There is no such postal point."));
        }
        if (points.ofUnit(body.replyTo().unit()).isEmpty()) {
            wrong.add(unknown(
                    "replyTo.unit",
                    "Đơn vị này không có điểm bưu chính.",
                    "The post has no point in this unit, or there is no such unit."));
        }
        Optional<Agency> receiving = agencies.find(documents, body.receivingAgency());
        if (receiving.isEmpty()) {
            wrong.add(unknown("receivingAgency", "Không có cơ quan này.", "There is no such agency."));
        }
        if (agencies.find(documents, body.competentAgency()).isEmpty()) {
            wrong.add(unknown("competentAgency", "Không có cơ quan này.", "There is no such agency."));
        }
        String unit = body.returnBy().unit();
        if (unit != null && agencies.find(documents, unit).isEmpty()) {
            wrong.add(unknown("returnBy.unit", "Không có đơn vị này.", "There is no such unit."));
        }
        if (body.returnBy().way() == ReturnWay.POST && blank(body.returnBy().address())) {
            wrong.add(required(
                    "returnBy.address", "Trả qua bưu chính cần địa chỉ.", "A result by post needs an address."));
        }
        named(wrong, body.papers());
        signed(wrong, "citizen", body.citizen());
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
        pictures.require("citizen", body.citizen().signatureHash(), null);
        return receiving.orElseThrow().ref();
    }

    /**
     * That the postal worker signed the delivery record, and that it names kinds of papers.
     *
     * @throws Problem 400 when it does not
     */
    void require(CheckBody body) {
        List<FieldProblem> wrong = new ArrayList<>();
        named(wrong, body.papers());
        signed(wrong, "carrier", body.carrier());
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
        pictures.require("carrier", body.carrier().signatureHash(), null);
    }

    /**
     * That papers to be surrendered are kinds of papers, and that the citizen signed their list.
     *
     * @throws Problem 400 when it is not so
     */
    void require(SurrenderEndpoint.SurrenderBody body) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (points.find(body.point()).isEmpty()) {
            wrong.add(unknown("point", "Không có điểm bưu chính này.", "There is no such postal point."));
        }
        named(wrong, body.papers());
        signed(wrong, "citizen", body.citizen());
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
        pictures.require("citizen", body.citizen().signatureHash(), null);
    }

    private void named(List<FieldProblem> wrong, List<TakingBody.PaperBody> papers) {
        for (int i = 0; i < papers.size(); i++) {
            if (!kinds.has(papers.get(i).name())) {
                wrong.add(FieldProblem.of(
                        "papers[" + i + "].name",
                        FieldReason.NOT_ALLOWED_VALUE,
                        "Phải là một loại giấy tờ trong /api/v1/paper-kinds; không ghi tên người.",
                        "Must be a kind of paper that /api/v1/paper-kinds lists; nobody is named here."));
            }
        }
    }

    private static void signed(List<FieldProblem> wrong, String field, TakingBody.SignatureBody body) {
        if (body.signatureHash() == null && body.oneTimeCode() == null) {
            wrong.add(required(
                    field + ".signatureHash",
                    "Cần ảnh chữ ký hoặc mã xác nhận một lần.",
                    "The image of the signature or a one-time code is needed."));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static FieldProblem unknown(String field, String vi, String en) {
        return FieldProblem.of(field, FieldReason.UNKNOWN, vi, en);
    }

    private static FieldProblem required(String field, String vi, String en) {
        return FieldProblem.of(field, FieldReason.REQUIRED, vi, en);
    }
}
