package vn.tthc.intake.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;

/** Whether the reference files fit together; the service does not start with ones that do not. */
final class ReferenceChecks {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{3}");

    private ReferenceChecks() {}

    /**
     * Does nothing when they do.
     *
     * @throws InvalidReference with every problem there is
     */
    static void require(ReferenceFiles files) {
        List<String> problems = problems(files);
        if (!problems.isEmpty()) {
            throw new InvalidReference("the reference data is refused:\n  " + String.join("\n  ", problems), null);
        }
    }

    static List<String> problems(ReferenceFiles files) {
        List<String> problems = new ArrayList<>();
        Set<String> agencies = files.agencies().stream().map(Agency::id).collect(Collectors.toSet());
        unique(problems, "agency", files.agencies().stream().map(Agency::id));
        unique(problems, "procedure", files.procedures().stream().map(Procedure::pin));
        // Two agencies of one number would issue the same dossier codes.
        unique(
                problems,
                "agency number",
                files.agencies().stream().flatMap(agency -> Stream.ofNullable(agency.number())));
        files.agencies().forEach(agency -> agency(problems, agency, agencies));
        for (Procedure procedure : files.procedures()) {
            ProcedureChecks.problems(procedure, agencies::contains)
                    .forEach(problem -> problems.add("procedure " + procedure.pin() + ": " + problem));
        }
        return problems;
    }

    private static void agency(List<String> problems, Agency agency, Set<String> agencies) {
        String number = agency.number();
        if (number != null && !NUMBER.matcher(number).matches()) {
            problems.add("agency " + agency.id() + ": a number has three digits, not " + number);
        }
        Stream.concat(Stream.ofNullable(agency.parent()), agency.successors().stream())
                .filter(other -> !agencies.contains(other))
                .forEach(other -> problems.add("agency " + agency.id() + ": there is no agency " + other));
    }

    private static void unique(List<String> problems, String what, Stream<String> names) {
        Map<String, Integer> counts = new HashMap<>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        counts.forEach((name, count) -> {
            if (count > 1) {
                problems.add(what + " " + name + " is there " + count + " times");
            }
        });
    }
}
