package vn.tthc.intake.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tthc.intake.IntakeProperties;
import vn.tthc.intake.IntakeProperties.OldCodes;
import vn.tthc.law.code.DossierCode;

/**
 * In which of the two official shapes an agency gives its codes on a day. Which one the circular in force demands of whom
 * was not found (unsourced), so it is configuration. Each prefix counts for itself, whoever writes it: a unit that moves to
 * another agency, or a change of shape in the middle of a day, gives no code twice.
 */
@Component
class CodeShapes {
    private final List<OldCodes> old;

    /**
     * @throws IllegalArgumentException when a unit is none, or stands for two agencies or twice for one at a time
     */
    CodeShapes(IntakeProperties properties) {
        this.old = properties.oldCodes();
        for (int i = 0; i < old.size(); i++) {
            check(old.get(i), old.subList(0, i));
        }
    }

    private static void check(OldCodes one, List<OldCodes> before) {
        if (!DossierCode.isOldUnit(one.unit())) {
            throw new IllegalArgumentException("tthc.intake.old-codes: not a unit: " + one.unit());
        }
        for (OldCodes other : before) {
            boolean related = one.unit().equals(other.unit()) || one.agency().equals(other.agency());
            if (related && overlap(one, other)) {
                throw new IllegalArgumentException("tthc.intake.old-codes: two at a time for " + one.agency());
            }
        }
    }

    private static boolean overlap(OldCodes one, OldCodes other) {
        return (one.until() == null || other.from() == null || !one.until().isBefore(other.from()))
                && (other.until() == null
                        || one.from() == null
                        || !other.until().isBefore(one.from()));
    }

    /**
     * How an agency writes its codes of a day.
     *
     * @param number the agency's number within the province, for the shape of today
     */
    Shape of(String agency, int number, LocalDate day) {
        Optional<OldCodes> unit = old.stream()
                .filter(one -> one.agency().equals(agency)
                        && (one.from() == null || !day.isBefore(one.from()))
                        && (one.until() == null || !day.isAfter(one.until())))
                .findFirst();
        return unit.<Shape>map(one -> new Shape.Old(one.unit(), day)).orElseGet(() -> new Shape.Now(number, day));
    }

    /** The codes of an agency and day. */
    sealed interface Shape {
        /** The most there can be. */
        long most();

        /** What all of them begin with, and no other code does. */
        default String prefix() {
            String first = code(1);
            return first.substring(0, first.lastIndexOf('-'));
        }

        /** One of them, 1 to {@link #most}. */
        String code(long sequence);

        /** {@code H36.NNN-YYYYMMDD-NNNNNNN}. */
        record Now(int agency, LocalDate day) implements Shape {
            @Override
            public long most() {
                return DossierCode.MAX_SEQUENCE;
            }

            @Override
            public String code(long sequence) {
                return DossierCode.format(agency, day, sequence);
            }
        }

        /** {@code 000.00.12.H36-YYMMDD-NNNN}. */
        record Old(String unit, LocalDate day) implements Shape {
            @Override
            public long most() {
                return DossierCode.MAX_OLD_SEQUENCE;
            }

            @Override
            public String code(long sequence) {
                return DossierCode.formatOld(unit, day, sequence);
            }
        }
    }
}
