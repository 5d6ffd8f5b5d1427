package vn.tthc.postal.carrierevents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.web.EntryReader;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.carriers.CarrierEvent;
import vn.tthc.postal.carriers.Carriers.Contract;

/** Reads events as they were written, and seals what is kept of them under a key of its own. */
@Component
class SealedEvents {
    private static final String COMMAND = "carrier-event";
    private static final String PROOF = "proof";
    private static final String RAW = "raw";
    private static final String NOT_TOLD = "?";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.\\[\\]]{1,60}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EntryReader entries;
    private final PersonVault vault;

    SealedEvents(EntryReader entries, PersonVault vault) {
        this.entries = entries;
        this.vault = vault;
    }

    /**
     * What was told.
     *
     * @param event the event; of one that cannot be read what there is of it, with {@code ?} for the rest
     * @param raw all of it as it was written, null when it can be read
     * @param wrong the fields for which it cannot be read, null when it can
     */
    record Told(
            CarrierEvent event,
            @Nullable String raw,
            @Nullable String wrong) {}

    /** Reads an event; whatever was written, there is a name for it, and the same one when it is told again. */
    Told read(Contract carrier, @Nullable JsonNode told, Instant now) {
        try {
            return new Told(entries.read(told, CarrierEvent.class), null, null);
        } catch (Problem unreadable) {
            String raw = told == null ? "null" : told.toString();
            String id = text(told, "eventId", 80);
            return new Told(
                    new CarrierEvent(
                            id.equals(NOT_TOLD) ? named(carrier, raw) : id,
                            text(told, "number", 60),
                            text(told, "code", 24),
                            null,
                            now,
                            null,
                            null,
                            null),
                    raw,
                    wrong(unreadable));
        }
    }

    private static String named(Contract carrier, String raw) {
        return "unreadable-" + carrier.signatures().content("event", raw.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(@Nullable JsonNode told, String field, int longest) {
        String text = told == null ? "" : told.path(field).asString("");
        return text.length() <= longest && VISIBLE.matcher(text).matches() ? text : NOT_TOLD;
    }

    /** A name somebody made up may be a person's. */
    private static String safe(String field) {
        return NAME.matcher(field).matches() ? field : NOT_TOLD;
    }

    /** The names of the fields alone: what stands in them may be of people. */
    private static String wrong(Problem unreadable) {
        String fields = String.join(
                ", ",
                unreadable.errors().stream()
                        .map(FieldProblem::field)
                        .map(SealedEvents::safe)
                        .distinct()
                        .limit(10)
                        .toList());
        String field = fields.isEmpty() ? safe(String.valueOf(unreadable.field())) : fields;
        return field.length() <= 200 ? field : field.substring(0, 200);
    }

    /** What is to be kept of something told. */
    KeptEvent kept(String carrier, Told told, int telling, KeptEvent.Why why, Instant now) {
        CarrierEvent event = told.event();
        CarrierEvent.CarrierProof proof = event.proof();
        return new KeptEvent(
                carrier,
                event.withProof(null),
                proof == null ? null : seal(carrier, event.eventId(), PROOF, JSON.writeValueAsString(proof)),
                why,
                now,
                0,
                null,
                null,
                told.raw() == null ? null : seal(carrier, event.eventId(), RAW, told.raw()),
                told.wrong(),
                telling,
                0);
    }

    /** What was told, opened again and read anew where it could not be read. */
    Told opened(Contract carrier, KeptEvent kept) {
        Sealed raw = kept.raw();
        if (raw != null) {
            String text = open(kept, raw, RAW);
            return text == null
                    ? new Told(kept.event(), "", kept.wrong())
                    : read(carrier, JSON.readTree(text), kept.event().occurredAt());
        }
        Sealed proof = kept.proof();
        String text = proof == null ? null : open(kept, proof, PROOF);
        return new Told(
                kept.event().withProof(text == null ? null : JSON.readValue(text, CarrierEvent.CarrierProof.class)),
                null,
                null);
    }

    /** Whether something was told with this content before; of what cannot be opened any more the rest decides. */
    boolean same(KeptEvent kept, Told told) {
        Sealed raw = kept.raw();
        if (raw != null || told.raw() != null) {
            return raw != null && told.raw() != null && same(open(kept, raw, RAW), told.raw());
        }
        if (!sameButForProof(kept, told)) {
            return false;
        }
        Sealed proof = kept.proof();
        CarrierEvent.CarrierProof now = told.event().proof();
        if (proof == null || now == null) {
            return proof == null && now == null;
        }
        return same(open(kept, proof, PROOF), JSON.writeValueAsString(now));
    }

    /** Whether something said all that was kept: the same, or the same with the proof that was missing. */
    boolean outdone(KeptEvent kept, Told told) {
        boolean noProof = kept.proof() == null || kept.why() == KeptEvent.Why.PROOF_MISSING;
        return (noProof && sameButForProof(kept, told)) || same(kept, told);
    }

    private boolean sameButForProof(KeptEvent kept, Told told) {
        return kept.raw() == null
                && told.raw() == null
                && kept.event().withProof(null).equals(told.event().withProof(null));
    }

    private static boolean same(@Nullable String before, String now) {
        return before == null || before.equals(now);
    }

    private Sealed seal(String carrier, String eventId, String field, String text) {
        return vault.seal(vault.newPerson(), place(carrier, eventId), COMMAND, field, text);
    }

    private @Nullable String open(KeptEvent kept, Sealed sealed, String field) {
        return vault.open(sealed, place(kept.carrier(), kept.event().eventId()), COMMAND, field)
                .orElse(null);
    }

    private static StreamId place(String carrier, String eventId) {
        return StreamId.item(Ids.uuid(KeptEvent.id(carrier, eventId, 1)));
    }
}
