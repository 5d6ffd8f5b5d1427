package vn.tthc.platform.api;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names schemas so that no two types share one: what is nested carries the name of its nest before its own
 * ({@code Procedure.Step} is {@code ProcedureStep}), unless the nest is an endpoint.
 */
final class SchemaNames extends TypeNameResolver {
    private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

    @Override
    protected String getNameOfClass(Class<?> type) {
        String name = name(type);
        Class<?> first = taken.putIfAbsent(name, type);
        if (first != null && first != type) {
            throw new IllegalStateException(
                    "two types are described as " + name + ": " + first.getName() + " and " + type.getName());
        }
        return name;
    }

    static String name(Class<?> type) {
        Class<?> nest = type.getEnclosingClass();
        return nest == null || nest.getSimpleName().endsWith("Endpoint")
                ? type.getSimpleName()
                : name(nest) + type.getSimpleName();
    }
}
