package vn.tthc.intake.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.DossierEvent.Paper;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.intake.domain.DossierCommand.Receive;

/**
 * What was handed in, against the components of the procedure.
 *
 * @param papers what was handed in
 * @param components what the pinned procedure version asks for
 */
public record ComponentCheck(List<Paper> papers, List<Procedure.Component> components) {
    public ComponentCheck {
        papers = List.copyOf(papers);
        components = List.copyOf(components);
    }

    /** Required components of which too few are there. */
    public List<Procedure.Component> missing() {
        Map<String, Integer> there =
                papers.stream().collect(Collectors.groupingBy(Paper::component, Collectors.summingInt(Paper::count)));
        return components.stream()
                .filter(component ->
                        component.required() && there.getOrDefault(component.code(), 0) < component.count())
                .toList();
    }

    /** Codes of papers that are no component of the procedure. */
    public List<String> unknown() {
        List<String> codes = components.stream().map(Procedure.Component::code).toList();
        return papers.stream()
                .map(Paper::component)
                .filter(code -> !codes.contains(code))
                .toList();
    }

    /**
     * A dossier is received when it is complete; otherwise the applicant is guided once, in writing (Thông tư
     * 03/2025/TT-VPCP, Mẫu 02). Where the papers were not counted here, that is the officer's word.
     */
    static @Nullable Refusal complete(DossierState state, Receive command) {
        ComponentCheck check = command.check();
        if (check == null) {
            return null;
        }
        if (!check.unknown().isEmpty()) {
            return new Refusal(
                    DossierProblem.UNKNOWN_COMPONENT,
                    "components",
                    Map.of("components", String.join(", ", check.unknown())));
        }
        return check.missing().isEmpty()
                ? null
                : new Refusal(
                        DossierProblem.COMPONENTS_MISSING,
                        "components",
                        Map.of(
                                "missing",
                                names(check.missing(), Procedure.Component::name),
                                "missingEn",
                                names(check.missing(), Procedure.Component::nameEn)));
    }

    private static String names(List<Procedure.Component> components, Function<Procedure.Component, String> name) {
        return components.stream().map(name).collect(Collectors.joining("; "));
    }
}
