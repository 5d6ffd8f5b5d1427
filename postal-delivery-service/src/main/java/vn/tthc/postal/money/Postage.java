package vn.tthc.postal.money;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.reference.Tariff;
import vn.tthc.postal.reference.Tariffs;

/** What there is to pay for an item, or which field keeps it from being known. */
@Component
class Postage {
    private final Tariffs tariffs;

    Postage(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /**
     * The tariff in force on a day.
     *
     * @throws Problem 400 when there was none yet
     */
    Tariff on(LocalDate day, String field) {
        return tariffs.on(day)
                .orElseThrow(() -> Problem.fields(List.of(FieldProblem.of(
                        field,
                        FieldReason.OUT_OF_RANGE,
                        "Chưa có biểu cước vào ngày này.",
                        "There was no tariff yet on this day."))));
    }

    /**
     * What there is to pay, in đồng.
     *
     * @throws Problem 400 when it is heavier than the tariff knows
     */
    long due(Tariff tariff, Tariff.Scope scope, int grams, Tariff.@Nullable FreeCategory free, String field) {
        long dong = tariff.dong(scope, grams)
                .orElseThrow(() -> Problem.fields(List.of(FieldProblem.of(
                        field,
                        FieldReason.TOO_LARGE,
                        "Nặng hơn mức cao nhất của biểu cước.",
                        "Heavier than the last step of the tariff."))));
        return free == null ? dong : 0;
    }
}
