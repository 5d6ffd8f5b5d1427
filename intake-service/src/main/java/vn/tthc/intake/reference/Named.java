package vn.tthc.intake.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;

/** Finds what a field of a request names in the catalogue; what is not there is 400 with the field. */
@Component
public class Named {
    private final Catalogue catalogue;

    Named(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The agency of that id, of whatever era.
     *
     * @throws Problem 400 when there never was one
     */
    public Agency agency(String field, String id) {
        return found(catalogue.agency(id), field, FieldReason.UNKNOWN_AGENCY, "cơ quan", "agency");
    }

    /**
     * As {@link #agency}, for a field that may be left out.
     *
     * @throws Problem 400 when there never was one
     */
    public @Nullable Agency optionalAgency(String field, @Nullable String id) {
        return id == null ? null : agency(field, id);
    }

    /**
     * The procedure of that code, in the version of the day or the newest.
     *
     * @throws Problem 400 when there is none
     */
    public Procedure procedure(String field, String code, LocalDate day) {
        return found(catalogue.procedure(code, day), field, FieldReason.UNKNOWN_PROCEDURE, "thủ tục", "procedure");
    }

    private static <T> T found(Optional<T> named, String field, FieldReason code, String vi, String en) {
        return named.orElseThrow(() -> Problem.fields(List.of(FieldProblem.of(
                field, code, "Danh mục không có " + vi + " này.", "The catalogue has no such " + en + "."))));
    }
}
