package vn.tthc.postal.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the post takes for an item of the public post (cước bưu chính công ích), from a day on.
 *
 * @param version its name
 * @param validFrom from which day on
 * @param steps steps of weight, the lightest of each scope first
 */
public record Tariff(String version, LocalDate validFrom, List<Step> steps) {
    public Tariff {
        steps = List.copyOf(steps);
    }

    /** Between where an item travels. */
    public enum Scope {
        /** Nội tỉnh. */
        WITHIN_PROVINCE,
        /** Liên tỉnh. */
        BETWEEN_PROVINCES
    }

    /** Who pays nothing. */
    public enum FreeCategory {
        /** Người hoạt động cách mạng trước tháng 8 năm 1945. */
        REVOLUTIONARY_BEFORE_1945,
        /** Bà mẹ Việt Nam anh hùng. */
        HEROIC_MOTHER
    }

    /**
     * A step.
     *
     * @param upToGrams up to this weight
     * @param dong so much
     */
    public record Step(Scope scope, int upToGrams, long dong) {}

    /** What an item costs; empty when it is heavier than the last step. */
    public OptionalLong dong(Scope scope, int grams) {
        return steps.stream()
                .filter(step -> step.scope() == scope && grams <= step.upToGrams())
                .mapToLong(Step::dong)
                .findFirst();
    }
}
