package vn.tthc.platform.event.published;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.contracts.Sealed;

/**
 * JSON Schema 2020-12 of a record, with the texts of its Javadoc. A component is required unless it is nullable: nulls
 * are left out when written. Unknown fields are allowed, because later fields are additive.
 */
final class EventSchemas {
    /** Marks what only the holder of a person's key can read. */
    static final String PERSONAL = "x-personal-data";

    private static final String IDS = "https://tthc.lamdong.gov.vn/events/";

    private final Javadocs docs = Javadocs.of(Path.of("../contracts/src/main/java"), Path.of("../law/src/main/java"));
    private final SchemaGenerator generator;

    EventSchemas() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        builder.forFields()
                .withIgnoreCheck(
                        field -> !field.getDeclaringType().getErasedType().isRecord())
                .withRequiredCheck(field -> !nullable(field))
                .withDescriptionResolver(this::description);
        builder.forTypesInGeneral()
                .withCustomDefinitionProvider(new MapsInPlace())
                .withDescriptionResolver(this::description)
                .withPropertySorter((one, other) -> 0)
                .withTypeAttributeOverride(EventSchemas::markPersonal);
        generator = new SchemaGenerator(builder.build());
    }

    /** The schema of one message, complete in itself. */
    ObjectNode of(Message message) {
        ObjectNode made = generator.generateSchema(message.shape());
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
        schema.put("$id", IDS + message.path());
        schema.put("title", message.type());
        message.audience().ifPresent(audience -> schema.put("x-audience", audience.name()));
        made.properties().stream()
                .filter(part -> !part.getKey().equals("$defs"))
                .forEach(part -> schema.set(part.getKey(), part.getValue()));
        if (made.has("$defs")) {
            schema.set("$defs", made.get("$defs"));
        }
        return schema;
    }

    /** A map is part of the type that has it, and needs no name. */
    private static final class MapsInPlace implements CustomDefinitionProviderV2 {
        @Override
        public @Nullable CustomDefinition provideCustomSchemaDefinition(
                ResolvedType type, SchemaGenerationContext context) {
            return type.isInstanceOf(Map.class)
                    ? new CustomDefinition(
                            context.createStandardDefinition(type, this),
                            CustomDefinition.DefinitionType.INLINE,
                            CustomDefinition.AttributeInclusion.YES)
                    : null;
        }
    }

    private static boolean nullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private @Nullable String description(FieldScope field) {
        return field.isFakeContainerItemScope()
                ? null
                : docs.of(field.getDeclaringType().getErasedType(), field.getDeclaredName())
                        .orElse(null);
    }

    private @Nullable String description(TypeScope scope) {
        Class<?> type = scope.getType().getErasedType();
        String text = docs.of(type).orElse(null);
        if (!type.isEnum()) {
            return text;
        }
        String constants = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .map(name -> docs.of(type, name).map(said -> name + ": " + said).orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return constants.isEmpty() ? text : text == null ? constants : text + " " + constants;
    }

    private static void markPersonal(ObjectNode schema, TypeScope scope, SchemaGenerationContext context) {
        if (scope.getType().getErasedType() == Sealed.class) {
            schema.put(PERSONAL, "ciphertext");
        }
    }
}
