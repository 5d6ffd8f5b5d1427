package vn.tthc.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says of records what the code says: a component that may not be null is always there, and there are no others. So an
 * answer that lacks something or tells more than it says is not valid.
 */
final class RecordSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        if (java != null && JsonNode.class.isAssignableFrom(java.getRawClass())) {
            return new Schema<>();
        }
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (java != null && java.getRawClass().isRecord()) {
            Schema<?> model = context.getDefinedModels().get(SchemaNames.name(java.getRawClass()));
            if (model != null) {
                complete(model, java.getRawClass());
            }
        }
        return resolved;
    }

    private static void complete(Schema<?> model, Class<?> type) {
        model.setAdditionalProperties(false);
        if (model.getProperties() == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = model.getProperties().get(component.getName());
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (property != null && nullable && includes(type, JsonInclude.Include.ALWAYS)) {
                orNull(property);
                required.add(component.getName());
            } else if (property != null && !nullable && !emptyIsAbsent(component, type)) {
                required.add(component.getName());
            }
        }
        model.setRequired(required.isEmpty() ? null : required);
    }

    private static boolean emptyIsAbsent(RecordComponent component, Class<?> type) {
        boolean container = Collection.class.isAssignableFrom(component.getType())
                || Map.class.isAssignableFrom(component.getType());
        return container && includes(type, JsonInclude.Include.NON_EMPTY);
    }

    private static boolean includes(Class<?> type, JsonInclude.Include what) {
        JsonInclude include = type.getAnnotation(JsonInclude.class);
        return include != null && include.value() == what;
    }

    private static <T> void orNull(Schema<T> property) {
        property.addType("null");
        List<T> values = property.getEnum();
        if (values != null && !values.contains(null)) {
            List<T> more = new ArrayList<>(values);
            more.add(null);
            property.setEnum(more);
        }
    }
}
