package vn.tthc.intake.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.contracts.reference.ReferenceEvent.CodesReserved;

/**
 * Dossier codes set aside for an office that works on paper: it writes them on the receipt slips it fills in by hand, and
 * each is named once when the dossier is entered. A code named for a dossier stays that dossier's, also when the reception
 * is refused.
 *
 * @param reserved what was set aside, null before it was
 * @param used the dossier of each code that has one
 */
public record CodeBlock(@Nullable CodesReserved reserved, Map<String, String> used) {
    /** Nothing was set aside. */
    public static final CodeBlock NONE = new CodeBlock(null, Map.of());

    public CodeBlock {
        used = Map.copyOf(used);
    }

    /** What follows from a command, or why it may not be. */
    public static Decision<ReferenceEvent> decide(CodeBlock state, CodeBlockCommand command) {
        return switch (command) {
            case CodeBlockCommand.Reserve reserve -> state.reserve(reserve);
            case CodeBlockCommand.Use use -> state.use(use);
        };
    }

    private Decision<ReferenceEvent> reserve(CodeBlockCommand.Reserve command) {
        if (reserved != null) {
            return Decision.refuse(CodeProblem.CODES_ALREADY_RESERVED);
        }
        Refusal invalid = Objections.validity("agency", command.agency(), command.day());
        return invalid != null
                ? new Decision.Refused<>(invalid)
                : Decision.accept(new CodesReserved(
                        command.at(),
                        command.block(),
                        command.agency().id(),
                        command.day(),
                        command.codes(),
                        command.reason()));
    }

    private Decision<ReferenceEvent> use(CodeBlockCommand.Use command) {
        if (reserved == null
                || !reserved.agency().equals(command.agency())
                || !reserved.codes().contains(command.code())) {
            return Decision.refuse(CodeProblem.CODE_NOT_RESERVED, "reserved", Map.of("code", command.code()));
        }
        String dossier = used.get(command.code());
        if (dossier != null) {
            return dossier.equals(command.dossier())
                    ? Decision.accept(List.of())
                    : Decision.refuse(CodeProblem.CODE_ALREADY_USED, "reserved", Map.of("code", command.code()));
        }
        return Decision.accept(
                new ReferenceEvent.CodeUsed(command.at(), reserved.block(), command.code(), command.dossier()));
    }

    /** The state after an event. */
    public static CodeBlock evolve(CodeBlock state, ReferenceEvent event) {
        return switch (event) {
            case CodesReserved e -> new CodeBlock(e, Map.of());
            case ReferenceEvent.CodeUsed e -> {
                Map<String, String> used = new HashMap<>(state.used);
                used.put(e.code(), e.dossier());
                yield new CodeBlock(state.reserved, used);
            }
            case ReferenceEvent.DelegationGranted e -> state;
            case ReferenceEvent.DelegationRevoked e -> state;
            case ReferenceEvent.ProcedurePublished e -> state;
            case ReferenceEvent.AgencyRegistered e -> state;
            case ReferenceEvent.CalendarPublished e -> state;
        };
    }
}
