package vn.tthc.intake.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.intake.IntakeProperties;
import vn.tthc.intake.domain.CodeBlockCommand;
import vn.tthc.intake.domain.CodeProblem;
import vn.tthc.intake.domain.DossierProblem;
import vn.tthc.intake.dossier.Now;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.store.Sequences;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;

/**
 * Gives out dossier codes: each once, counted by what is printed before the number; a refused reception may leave a gap.
 * What was set aside comes from the same numbers, so nobody else is given it.
 */
@Component
public class DossierCodes {
    private final Sequences sequences;
    private final CodeShapes shapes;
    private final Commands commands;
    private final Now now;
    private final int mostAside;

    DossierCodes(Sequences sequences, CodeShapes shapes, Commands commands, Now now, IntakeProperties properties) {
        this.sequences = sequences;
        this.shapes = shapes;
        this.commands = commands;
        this.now = now;
        this.mostAside = properties.codesAside();
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
        return next(shape(agency, day), agency, day, 1).getFirst();
    }

    /**
     * As {@link #next(Agency, LocalDate)}, so many at once to be set aside. Where they are refused none is taken, so that
     * receptions go on; only what the agency may still set aside for the day is less.
     *
     * @throws Problem 400 too, when it is more than the agency may set aside for a day
     */
    List<String> aside(Agency agency, LocalDate day, int count) {
        CodeShapes.Shape shape = shape(agency, day);
        if (sequences
                .take("dossier-codes-aside/" + agency.id() + "/" + day, count, mostAside)
                .isEmpty()) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "count",
                    FieldReason.TOO_LARGE,
                    "Mỗi ngày một cơ quan chỉ giữ trước được tối đa " + mostAside + " mã.",
                    "An agency sets aside " + mostAside + " codes of a day at most.")));
        }
        return next(shape, agency, day, count);
    }

    private CodeShapes.Shape shape(Agency agency, LocalDate day) {
        if (agency.number() == null) {
            throw new Problem(
                    DossierProblem.NO_DOSSIER_NUMBER,
                    409,
                    null,
                    Map.of("agency", agency.id(), "name", agency.name(), "nameEn", agency.nameEn()));
        }
        return shapes.of(agency.id(), Integer.parseInt(agency.number()), day);
    }

    private List<String> next(CodeShapes.Shape shape, Agency agency, LocalDate day, int count) {
        String counter = "dossier-code/" + shape.prefix();
        // Days begun, and codes set aside ahead, by a version that counted by agency.
        sequences.follow(counter, "dossier-code/" + agency.id() + "/" + day);
        long first = sequences
                .take(counter, count, shape.most())
                .orElseThrow(() -> new Problem(
                        CodeProblem.CODES_USED_UP,
                        409,
                        null,
                        Map.of("day", day.toString(), "most", String.valueOf(shape.most()))));
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
