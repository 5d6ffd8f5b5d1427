package vn.tthc.intake.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.intake.domain.CodeBlockCommand;
import vn.tthc.intake.domain.CodeProblem;
import vn.tthc.intake.domain.DossierProblem;
import vn.tthc.intake.dossier.Now;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.store.Sequences;
import vn.tthc.platform.web.Problem;

/**
 * Gives out dossier codes: each once, counted per agency and day whatever their shape; a refused reception may leave a
 * gap. What was set aside comes from the same numbers, so nobody else is given it.
 */
@Component
public class DossierCodes {
    private final Sequences sequences;
    private final CodeShapes shapes;
    private final Commands commands;
    private final Now now;

    DossierCodes(Sequences sequences, CodeShapes shapes, Commands commands, Now now) {
        this.sequences = sequences;
        this.shapes = shapes;
        this.commands = commands;
        this.now = now;
    }

    /**
     * A code that was set aside, as a reception names it.
     *
     * @param block which codes it is one of
     * @param code the code
     */
    public record Reserved(String block, String code) {}

    /**
     * The next code of an agency on a day.
     *
     * @throws Problem 409 when the agency has no number to put into it, or has used up the numbers of the day
     */
    public String next(Agency agency, LocalDate day) {
        return next(agency, day, 1).getFirst();
    }

    /** As {@link #next(Agency, LocalDate)}, so many at once; what is taken in vain at the end of a day stays unused. */
    List<String> next(Agency agency, LocalDate day, int count) {
        if (agency.number() == null) {
            throw new Problem(
                    DossierProblem.NO_DOSSIER_NUMBER,
                    409,
                    null,
                    Map.of("agency", agency.id(), "name", agency.name(), "nameEn", agency.nameEn()));
        }
        CodeShapes.Shape shape = shapes.of(agency.id(), Integer.parseInt(agency.number()), day);
        long first = sequences.take("dossier-code/" + agency.id() + "/" + day, count);
        if (first + count - 1 > shape.most()) {
            throw new Problem(
                    CodeProblem.CODES_USED_UP,
                    409,
                    null,
                    Map.of("day", day.toString(), "most", String.valueOf(shape.most())));
        }
        return LongStream.range(first, first + count).mapToObj(shape::code).toList();
    }

    /**
     * The code a reception names; from now on it is this dossier's. Asked again for the same dossier, it is so again.
     *
     * @param context of the command that receives the dossier
     * @throws Problem 409 when it was not set aside for the agency, or another dossier has it
     */
    public String use(Reserved reserved, Agency agency, String dossierId, CommandContext context) {
        CommandContext own =
                new CommandContext("use/" + dossierId + "/" + reserved.code(), null, null, null, context.provenance());
        Outcome outcome = commands.send(
                new StreamId(StreamType.CODES, reserved.block()),
                new CodeBlockCommand.Use(now.instant(), reserved.code(), agency.id(), dossierId),
                own);
        return switch (outcome) {
            case Outcome.Done done -> reserved.code();
            case Outcome.Refused refused ->
                throw new Problem(
                        refused.refusal().code(),
                        409,
                        refused.refusal().field(),
                        refused.refusal().values());
            case Outcome.Stale stale -> throw new IllegalStateException("no version was expected");
            case Outcome.KeyReused reused -> throw new IllegalStateException("the id follows from dossier and code");
        };
    }
}
