package vn.tthc.platform.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import vn.tthc.contracts.decision.ProblemCode;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.HttpProblem;
import vn.tthc.platform.web.Messages;

/**
 * Every reason to say no that this service can give: all enums of codes on its class path, so that there is no second list
 * to forget one in. They are looked for when somebody first asks, not at the start.
 */
final class ProblemCatalogue {
    private volatile @Nullable List<ProblemEntry> entries;

    /**
     * A code with its meaning.
     *
     * @param code stable code
     * @param status HTTP status it is answered with
     * @param field whether it is said of a field, within {@code errors}
     * @param messages its meaning; words in braces stand for values
     */
    record ProblemEntry(String code, int status, boolean field, Messages messages) {}

    /** All of them, by status and code. */
    List<ProblemEntry> all() {
        List<ProblemEntry> known = entries;
        if (known == null) {
            known = found();
            entries = known;
        }
        return known;
    }

    /** The one with this code. */
    Optional<ProblemEntry> find(String code) {
        return all().stream()
                .filter(entry -> !entry.field() && entry.code().equals(code))
                .findFirst();
    }

    private static List<ProblemEntry> found() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
        List<ProblemEntry> found = new ArrayList<>();
        scanner.findCandidateComponents("vn.tthc").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> load(Objects.requireNonNull(name, "a class has a name")))
                .filter(Predicate.not(ProblemCatalogue::isOfTests))
                .forEach(type -> {
                    for (ProblemCode code : codes(type)) {
                        found.add(entry(code));
                    }
                });
        found.sort(Comparator.comparing(ProblemEntry::field)
                .thenComparingInt(ProblemEntry::status)
                .thenComparing(ProblemEntry::code));
        return List.copyOf(found);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What tests invent is nobody's answer. */
    private static boolean isOfTests(Class<?> type) {
        String place = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return place.endsWith("/test-classes/") || place.endsWith("-tests.jar");
    }

    private static ProblemCode[] codes(Class<?> type) {
        return type.isEnum() ? (ProblemCode[]) type.getEnumConstants() : new ProblemCode[0];
    }

    private static ProblemEntry entry(ProblemCode code) {
        boolean field = code instanceof FieldReason;
        return new ProblemEntry(
                code.name(),
                field ? 400 : HttpProblem.statusOf(code),
                field,
                new Messages(code.vietnamese(), code.english()));
    }
}
