package vn.tthc.platform.api;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes away components nobody refers to, those behind them too. */
final class Unused {
    private static final Pattern REFERENCE = Pattern.compile("#/components/([a-zA-Z]+/[^\"]+)\"");

    private Unused() {}

    static void drop(OpenAPI api) {
        boolean dropped = true;
        while (dropped) {
            Set<String> used = used(api);
            Components components = api.getComponents();
            dropped = Stream.of(
                            keep(components.getSchemas(), "schemas/", used),
                            keep(components.getParameters(), "parameters/", used),
                            keep(components.getHeaders(), "headers/", used),
                            keep(components.getExamples(), "examples/", used),
                            keep(components.getResponses(), "responses/", used))
                    .anyMatch(some -> some);
        }
    }

    private static Set<String> used(OpenAPI api) {
        Set<String> used = new HashSet<>();
        Matcher matcher = REFERENCE.matcher(Json31.pretty(api));
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        return used;
    }

    private static boolean keep(@Nullable Map<String, ?> components, String prefix, Set<String> used) {
        return components != null && components.keySet().removeIf(name -> !used.contains(prefix + name));
    }
}
