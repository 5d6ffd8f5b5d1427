package vn.tthc.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.operation.OperationEvent;
import vn.tthc.contracts.operation.StaffEvent;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.TillEvent;
import vn.tthc.contracts.reference.ReferenceEvent;

/** Events and envelopes as JSON, under logical names. Nulls are left out, so that a later field changes no old byte. */
public final class EventJson {
    private static final List<Class<? extends TthcEvent>> VOCABULARIES = List.of(
            DossierEvent.class,
            CaseEvent.class,
            PostalEvent.class,
            ManifestEvent.class,
            TillEvent.class,
            ReferenceEvent.class,
            OperationEvent.class,
            StaffEvent.class);

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Map<String, Class<? extends TthcEvent>> byName = new HashMap<>();
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Upcasters upcasters;

    /** Every event of this system, in every revision it ever had. */
    public EventJson() {
        this(VOCABULARIES, Upcasters.ALL);
    }

    /**
     * Events of other sealed interfaces.
     *
     * @throws IllegalStateException when two have one name, or an older revision of one could not be read
     */
    public EventJson(List<Class<? extends TthcEvent>> vocabularies, Upcasters upcasters) {
        this.upcasters = upcasters;
        for (Class<? extends TthcEvent> vocabulary : vocabularies) {
            for (Class<?> type : vocabulary.getPermittedSubclasses()) {
                Class<? extends TthcEvent> event = type.asSubclass(TthcEvent.class);
                EventType name = type(event);
                if (byName.put(name.value(), event) != null) {
                    throw new IllegalStateException("two events are called " + name.value());
                }
                upcasters.mustReach(name.value(), name.revision());
            }
        }
    }

    /** The mapper that writes what is stored and published. */
    public JsonMapper mapper() {
        return mapper;
    }

    /**
     * Logical name, revision and audience of an event.
     *
     * @throws IllegalStateException when the class has none
     */
    public EventType type(Class<? extends TthcEvent> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event + " has no @EventType");
        }
        return type;
    }

    /** Every event there is, by logical name. */
    public Map<String, Class<? extends TthcEvent>> vocabulary() {
        return Map.copyOf(byName);
    }

    public byte[] write(TthcEvent event) {
        return mapper.writeValueAsBytes(event);
    }

    public byte[] writeEnvelope(Envelope envelope) {
        return mapper.writeValueAsBytes(envelope);
    }

    public Envelope readEnvelope(byte[] json) {
        return mapper.readValue(json, Envelope.class);
    }

    /**
     * Reads an event's data; an older revision is lifted to the current one first.
     *
     * @throws UnknownEvent when this version of the software does not know the type or its revision
     */
    public TthcEvent read(String type, int revision, byte[] data) {
        Class<? extends TthcEvent> event = byName.get(type);
        if (event == null || revision < 1 || revision > type(event).revision()) {
            throw new UnknownEvent(type, revision);
        }
        int current = type(event).revision();
        if (revision == current) {
            return readers.computeIfAbsent(event, mapper::readerFor).readValue(data);
        }
        ObjectNode old = mapper.readValue(data, ObjectNode.class);
        return mapper.treeToValue(upcasters.lift(type, revision, current, old), event);
    }
}
