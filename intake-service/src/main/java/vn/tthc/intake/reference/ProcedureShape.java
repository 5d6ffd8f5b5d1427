package vn.tthc.intake.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;

/** Whether a procedure that came from outside has everything it needs to be looked at, before its sense is checked. */
final class ProcedureShape {
    /** The code names a stream, the version is a part of the pin. */
    private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9A-Z.-]{0,63}");

    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,31}");
    private static final int MOST = 200;

    private final List<FieldProblem> problems = new ArrayList<>();

    private ProcedureShape() {}

    static List<FieldProblem> problems(Procedure procedure) {
        ProcedureShape shape = new ProcedureShape();
        shape.name("code", procedure.code(), CODE);
        shape.name("version", procedure.version(), VERSION);
        shape.there("name", procedure.name());
        shape.there("nameEn", procedure.nameEn());
        shape.there("field", procedure.field());
        shape.there("fieldEn", procedure.fieldEn());
        shape.there("competentLevel", procedure.competentLevel());
        shape.list("channels", procedure.channels());
        shape.there("termByChannel", procedure.termByChannel());
        shape.there("areaUplift", procedure.areaUplift());
        shape.list("pauseReasons", procedure.pauseReasons());
        shape.list("components", procedure.components());
        shape.list("fees", procedure.fees());
        shape.list("steps", procedure.steps());
        shape.list("returnWays", procedure.returnWays());
        shape.there("systemOfRecord", procedure.systemOfRecord());
        shape.list("sources", procedure.sources());
        shape.list("unsourced", procedure.unsourced());
        if (shape.problems.isEmpty()) {
            shape.parts(procedure);
        }
        return List.copyOf(shape.problems);
    }

    private void parts(Procedure procedure) {
        for (int i = 0; i < procedure.steps().size(); i++) {
            Procedure.Step step = procedure.steps().get(i);
            String field = "steps[" + i + "].";
            there(field + "id", step.id());
            there(field + "name", step.name());
            there(field + "nameEn", step.nameEn());
            there(field + "level", step.level());
            there(field + "role", step.role());
            there(field + "agencyRule", step.agencyRule());
            there(field + "kind", step.kind());
            list(field + "mayReturnTo", step.mayReturnTo());
        }
        for (int i = 0; i < procedure.pauseReasons().size(); i++) {
            Procedure.PauseGround pause = procedure.pauseReasons().get(i);
            String field = "pauseReasons[" + i + "].";
            there(field + "reason", pause.reason());
            there(field + "groundVi", pause.groundVi());
            there(field + "groundEn", pause.groundEn());
        }
        for (int i = 0; i < procedure.components().size(); i++) {
            Procedure.Component component = procedure.components().get(i);
            String field = "components[" + i + "].";
            there(field + "code", component.code());
            there(field + "name", component.name());
            there(field + "nameEn", component.nameEn());
            there(field + "kind", component.kind());
        }
        for (int i = 0; i < procedure.fees().size(); i++) {
            Procedure.Fee fee = procedure.fees().get(i);
            String field = "fees[" + i + "].";
            there(field + "code", fee.code());
            there(field + "name", fee.name());
            there(field + "nameEn", fee.nameEn());
        }
    }

    private void name(String field, @Nullable String name, Pattern pattern) {
        if (name == null || !pattern.matcher(name).matches()) {
            problems.add(FieldProblem.of(
                    field, FieldReason.INVALID, "Phải theo mẫu " + pattern + ".", "It has the form " + pattern + "."));
        }
    }

    private void there(String field, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            problems.add(FieldProblem.of(field, FieldReason.REQUIRED, "Không được để trống.", "It is missing."));
        }
    }

    private void list(String field, @Nullable List<?> values) {
        if (values == null || values.size() > MOST || values.stream().anyMatch(Objects::isNull)) {
            problems.add(FieldProblem.of(
                    field,
                    FieldReason.INVALID,
                    "Phải là danh sách không quá " + MOST + " mục.",
                    "It is a list of at most " + MOST + " entries."));
        }
    }
}
