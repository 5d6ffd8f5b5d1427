package vn.tthc.platform.access.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Delegation;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.law.Level;
import vn.tthc.platform.agency.PublishedAgencies;
import vn.tthc.platform.agency.PublishedDelegations;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.DocumentStore;

/**
 * The agencies the matrix is run for, and what each is to the others: written down in {@code world.txt}, so that nothing
 * of it is computed the way the policy does.
 */
public final class World {
    private static final String ENDED = "ended";
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);
    private static final Instant PUBLISHED = Instant.parse("2026-03-01T00:00:00Z");

    private final Map<String, Map<String, Relation>> relations = new HashMap<>();
    private final List<String> callers = new ArrayList<>();
    private final Map<String, String> ids;

    /** What the agency of a caller is to one that something concerns. */
    enum Relation {
        OWN,
        BELOW,
        NEITHER
    }

    /** @param ids the id of each agency in the service under test, by the name it has here */
    public World(Map<String, String> ids) {
        this.ids = Map.copyOf(ids);
        List<String> columns = List.of();
        for (String line : text(World.class, "world.txt").lines().toList()) {
            String[] words = line.strip().split("\\s+");
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (columns.isEmpty()) {
                columns = List.of(words);
                continue;
            }
            callers.add(words[0]);
            Map<String, Relation> row = new HashMap<>();
            for (int i = 1; i < words.length && !words[1].equals(ENDED); i++) {
                row.put(
                        columns.get(i - 1),
                        switch (words[i]) {
                            case "own" -> Relation.OWN;
                            case "below" -> Relation.BELOW;
                            case "-" -> Relation.NEITHER;
                            default -> throw new IllegalStateException("world.txt: " + words[i]);
                        });
            }
            relations.put(words[0], row);
        }
    }

    /** One whose agencies no other test speaks of. */
    public static World invented() {
        return new World(Map.ofEntries(
                Map.entry("government", "M00@origin"),
                Map.entry("ministry", "M09@origin"),
                Map.entry("province", "97@2025-07-01"),
                Map.entry("old-province", "97@origin"),
                Map.entry("department", "97-SNV@2025-07-01"),
                Map.entry("ward", "97001@2025-07-01"),
                Map.entry("old-district", "970@origin"),
                Map.entry("old-ward", "97002@origin"),
                Map.entry("other-ward", "97003@2025-07-01"),
                Map.entry("far-province", "96@2025-07-01"),
                Map.entry("far-ward", "96001@2025-07-01")));
    }

    /** Publishes its agencies, as the consumer of reference data does. */
    public void publish(PublishedAgencies agencies, DocumentStore documents) {
        documents.write(writer -> {
            agencies().forEach(agency -> agencies.apply(registered(agency), writer));
            return true;
        });
    }

    /** Publishes who stands in for whom, as the consumer of reference data does. */
    public void publish(PublishedDelegations known, DocumentStore documents) {
        documents.write(writer -> {
            Stand.all().forEach(stand -> {
                StreamId stream = new StreamId(StreamType.DELEGATION, stand.name());
                known.apply(
                        received(stream, new ReferenceEvent.DelegationGranted(PUBLISHED, delegation(stand))), writer);
                if (stand.lapsed() == Standing.DELEGATE_REVOKED) {
                    known.apply(
                            received(stream, new ReferenceEvent.DelegationRevoked(PUBLISHED, stand.name(), "over")),
                            writer);
                }
            });
            return true;
        });
    }

    /** The ids of those for an agency, of all where it is null, what ends last first. */
    public List<String> delegations(@Nullable String agency) {
        return Stand.all().stream()
                .filter(stand -> agency == null || stand.agency().equals(agency))
                .sorted(Comparator.comparing(Stand::to).reversed())
                .map(Stand::name)
                .toList();
    }

    private Delegation delegation(Stand stand) {
        return new Delegation(
                stand.name(),
                id(stand.agency()),
                "matrix-delegator",
                Callers.STRANGER,
                Set.of(stand.role()),
                stand.from(),
                stand.to(),
                "ground",
                "decision");
    }

    /** Its agencies as the catalogue has them: of a district that is no more it names no successor. */
    public List<Agency> agencies() {
        return List.of(
                agency("government", Level.TRUNG_UONG, null),
                agency("ministry", Level.TRUNG_UONG, "government"),
                agency("province", Level.TINH, "government"),
                ended("old-province", Level.TINH, "government", "province"),
                agency("department", Level.TINH, "province"),
                agency("ward", Level.XA, "province"),
                ended("old-district", Level.HUYEN, "old-province"),
                ended("old-ward", Level.XA, "old-district", "ward"),
                agency("other-ward", Level.XA, "province"),
                agency("far-province", Level.TINH, "government"),
                agency("far-ward", Level.XA, "far-province"));
    }

    /** At which level it is. */
    Level level(String name) {
        return ref(name).level();
    }

    /** How events name one of them. */
    public AgencyRef ref(String name) {
        return agencies().stream()
                .filter(agency -> agency.id().equals(id(name)))
                .findFirst()
                .orElseThrow()
                .ref();
    }

    private Agency agency(String name, Level level, @Nullable String parent) {
        return agency(name, level, parent, null, List.of());
    }

    /** One that existed until the levels of local government became two. */
    private Agency ended(String name, Level level, String parent, String... successors) {
        List<String> heirs = Arrays.stream(successors).map(this::id).toList();
        return agency(name, level, parent, FIRST_DAY.minusDays(1), heirs);
    }

    private Agency agency(
            String name, Level level, @Nullable String parent, @Nullable LocalDate lastDay, List<String> successors) {
        boolean origin = id(name).endsWith("@origin");
        return new Agency(
                id(name),
                id(name).substring(0, id(name).indexOf('@')),
                null,
                level,
                parent == null ? null : id(parent),
                "UNIT",
                name,
                name,
                origin ? null : FIRST_DAY,
                lastDay,
                "NORMAL",
                successors);
    }

    private static ReceivedEvent registered(Agency agency) {
        return received(
                new StreamId(StreamType.AGENCY, agency.id()),
                new ReferenceEvent.AgencyRegistered(PUBLISHED, agency, "hash"));
    }

    private static ReceivedEvent received(StreamId stream, ReferenceEvent event) {
        Envelope envelope = new Envelope(
                UUID.randomUUID().toString(),
                "reference",
                1,
                stream.toString(),
                1,
                PUBLISHED,
                PUBLISHED,
                Origin.LIVE,
                new Actor("intake", Set.of(Role.SYSTEM), null),
                "command",
                null,
                "correlation",
                null,
                Audience.CITIZEN,
                null,
                null,
                null);
        return new ReceivedEvent(envelope, event, 0);
    }

    static String text(Class<?> beside, String name) {
        try (InputStream file = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whom one can act for. */
    List<String> callers() {
        return List.copyOf(callers);
    }

    /** Whether somebody can still act for it. */
    boolean exists(String caller) {
        return !Objects.requireNonNull(relations.get(caller), caller).isEmpty();
    }

    /** Whether all others lie below it. */
    static boolean isTop(String caller) {
        return caller.equals("government");
    }

    Relation relation(String caller, String agency) {
        return relations.getOrDefault(caller, Map.of()).getOrDefault(agency, Relation.NEITHER);
    }

    /** Its id in the service under test; a postal point has only one. */
    public String id(String name) {
        return ids.getOrDefault(name, name);
    }
}
