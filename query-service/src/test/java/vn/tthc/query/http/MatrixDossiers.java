package vn.tthc.query.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.Alarm;
import vn.tthc.contracts.cases.CaseEvent.Assignment;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;
import vn.tthc.law.Verdict;
import vn.tthc.platform.access.matrix.Thing;
import vn.tthc.platform.access.matrix.World;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.query.Story;

/**
 * What the matrix is run for: of every pair of one-stop and deciding agency the same dossiers, one in each situation, in
 * turns, all in one month. What a list is to have follows from what was told here, and from nothing the service says.
 */
final class MatrixDossiers {
    static final String NAME = "Lâm Thị Ma Trận";
    static final String PHONE = "0912777001";
    static final String OFFICER = "matrix-somebody";
    static final String INSIDE = "Ghi chú nội bộ của ma trận";
    static final String DRAFTED_BY = "matrix-drafter";

    /** The numbers of the two citizens. */
    static final Map<String, String> NUMBERS = Map.of("matrix-an", "068199009901", "matrix-binh", "068199009902");

    /** A month that no other test has dossiers in. */
    private static final Instant MONTH = Instant.parse("2024-05-20T01:00:00Z");

    private static final Duration APART = Duration.ofHours(6);

    /** How many things there may be, for their dossiers to take turns. */
    private static final long THINGS = 6;

    /** What became of a dossier. */
    enum Situation {
        FILED,
        AT_ONE_STOP,
        NOT_TAKEN,
        IN_POOL,
        ON_A_DESK,
        NEARING,
        STEP_OVERDUE,
        OVERDUE,
        ENDED_LATE;

        /** Whether an agency has it, or is to take it. */
        boolean worked() {
            return EnumSet.range(NOT_TAKEN, OVERDUE).contains(this);
        }
    }

    /**
     * A dossier.
     *
     * @param thing whose it is, by name
     * @param at when it was filed, an hour later
     * @param due when it is due, null where nobody knows yet
     */
    record Filed(
            Story story,
            String thing,
            Situation situation,
            Instant at,
            @Nullable Instant due) {
        String id() {
            return story.id();
        }
    }

    private final World world;
    private final PersonVault vault;
    private final Consumer<ReceivedEvent> taken;
    private final List<Filed> all = new ArrayList<>();
    private int things;

    MatrixDossiers(World world, PersonVault vault, Consumer<ReceivedEvent> taken) {
        this.world = world;
        this.vault = vault;
        this.taken = taken;
    }

    /** One of each situation; the thing goes by the one that is on somebody's desk. */
    Thing filed(String level, String oneStop, String decides, String citizen) {
        Map<Situation, Filed> filed = new EnumMap<>(Situation.class);
        for (Situation situation : Situation.values()) {
            Instant at = MONTH.minus(APART.multipliedBy(THINGS * situation.ordinal() + things));
            Story story = story(at, oneStop, decides, citizen).submitted();
            Instant due = situation == Situation.FILED ? null : at.plus(Duration.ofDays(10));
            if (due != null) {
                received(story, at, world.ref(oneStop), due);
            }
            if (due != null && situation.worked()) {
                worked(story, situation, at, due, world.ref(oneStop), world.ref(decides));
            }
            if (situation == Situation.ENDED_LATE) {
                story.told(new DossierEvent.ProcessingEnded(at.plus(Duration.ofDays(12)), Verdict.LATE, "12/QĐ"));
            }
            story.all().forEach(taken);
            filed.put(situation, new Filed(story, level, situation, at, due));
        }
        things++;
        all.addAll(filed.values());
        Filed onDesk = Objects.requireNonNull(filed.get(Situation.ON_A_DESK));
        taken.accept(internal(onDesk, world.ref(decides)));
        return new Thing(level, onDesk.id(), oneStop, decides, citizen);
    }

    private static void received(Story story, Instant at, AgencyRef oneStop, Instant due) {
        story.told(new DossierEvent.Received(
                at.plus(Duration.ofHours(2)),
                story.code(),
                oneStop,
                new Term(8, TermUnit.WORKING_DAY),
                due,
                "lam-dong@2026"));
    }

    private static void worked(
            Story story, Situation situation, Instant at, Instant due, AgencyRef oneStop, AgencyRef agency) {
        story.told(new CaseEvent.Opened(at, file(story, at, due, oneStop, agency), false));
        if (situation == Situation.NOT_TAKEN) {
            story.told(alarm(Alarm.HAND_OVER_UNACKNOWLEDGED, at, due, agency));
            return;
        }
        story.told(new CaseEvent.CustodyAccepted(at, "a", agency, true));
        switch (situation) {
            case ON_A_DESK ->
                story.told(new CaseEvent.Assigned(at, "a", agency, OFFICER, Assignment.ASSIGNED, null, null))
                        .told(new CaseEvent.StepSkipped(at, "b", agency, INSIDE));
            case NEARING -> story.told(alarm(Alarm.DUE_NEARING, at, due, agency));
            case STEP_OVERDUE -> story.told(alarm(Alarm.STEP_OVERDUE, at, due, agency));
            case OVERDUE -> story.told(alarm(Alarm.OVERDUE, at, due, agency));
            case FILED, AT_ONE_STOP, NOT_TAKEN, IN_POOL, ENDED_LATE -> {}
        }
    }

    private static CaseEvent alarm(Alarm alarm, Instant at, Instant due, AgencyRef agency) {
        return new CaseEvent.AlarmRaised(at, alarm, "matrix/1", "a", agency, due);
    }

    /** Something that only those may know who watch over the others. */
    private static ReceivedEvent internal(Filed filed, AgencyRef agency) {
        ReceivedEvent last = filed.story().work().getLast();
        Envelope envelope = last.envelope();
        Envelope next = new Envelope(
                envelope.id() + "-internal",
                "case.result-drafted",
                1,
                envelope.stream(),
                envelope.version() + 1,
                envelope.occurredAt(),
                envelope.recordedAt(),
                envelope.origin(),
                envelope.actor(),
                envelope.commandId(),
                null,
                envelope.correlation(),
                null,
                Audience.INTERNAL,
                null,
                null,
                null);
        return new ReceivedEvent(
                next,
                new CaseEvent.ResultDrafted(filed.at(), "a", agency, ResultKind.GRANTED, DRAFTED_BY),
                last.partition());
    }

    private Story story(Instant at, String oneStop, String decides, String citizen) {
        String id = UUID.randomUUID().toString();
        String person = vault.newPerson();
        String number = Objects.requireNonNull(NUMBERS.get(citizen));
        Party party = new Party(
                person,
                sealed(person, id, "name", NAME),
                sealed(person, id, "identityNumber", number),
                sealed(person, id, "phone", PHONE),
                null,
                null);
        return Story.of(id).from(at).at(world.ref(oneStop), world.ref(decides)).applicant(party, "filing-" + id);
    }

    private Sealed sealed(String person, String dossier, String field, String text) {
        return vault.seal(person, StreamId.dossier(dossier), "filing-" + dossier, "applicant." + field, text);
    }

    private static CaseFile file(Story story, Instant at, Instant due, AgencyRef oneStop, AgencyRef agency) {
        FlowStep step = new FlowStep(
                "a",
                "Thẩm định",
                "Appraisal",
                FlowStep.Kind.WORK,
                agency.level(),
                Role.CASE_OFFICER,
                agency,
                480,
                false,
                List.of());
        return new CaseFile(
                story.code(),
                "2.000806@1",
                "Thủ tục",
                "Procedure",
                Channel.ONLINE,
                "live",
                at,
                due,
                oneStop,
                List.of(step));
    }

    Filed of(Thing thing, Situation situation) {
        return in(List.of(thing), each -> each.situation() == situation).getFirst();
    }

    /** Of those things the ones that are so, newest first. */
    List<Filed> in(List<Thing> seen, Predicate<Filed> so) {
        Set<String> names = Set.copyOf(seen.stream().map(Thing::name).toList());
        return all.stream()
                .filter(each -> names.contains(each.thing()))
                .filter(so)
                .sorted(Comparator.comparing(Filed::at).reversed())
                .toList();
    }

    /** The ids of those in one of these situations, what is due first first, what has no due date last. */
    List<String> due(List<Thing> seen, Situation... situations) {
        Set<Situation> wanted = Set.of(situations);
        return in(seen, each -> wanted.contains(each.situation())).stream()
                .sorted(Comparator.comparing(each -> Objects.requireNonNullElse(each.due(), Instant.MAX)))
                .map(Filed::id)
                .toList();
    }

    /** Every figure over the dossiers of those things that is not nothing. */
    Map<String, Integer> figures(List<Thing> seen, boolean byAgency) {
        Map<String, Integer> figures = new TreeMap<>();
        for (Thing thing : seen) {
            for (Filed each : in(List.of(thing), any -> true)) {
                List<String> counters = new ArrayList<>(List.of("dossiers", "channels.ONLINE"));
                counters.add("byLevel." + world.ref(thing.decides()).level());
                if (byAgency) {
                    counters.add("byAgency." + world.id(thing.decides()));
                }
                counters.addAll(
                        switch (each.situation()) {
                            case FILED -> List.of("byStatus.1");
                            case ENDED_LATE -> List.of("byStatus.9", "received", "finished", "late");
                            default -> List.of("byStatus.2", "received", "open");
                        });
                counters.forEach(counter -> figures.merge(counter, 1, Integer::sum));
            }
        }
        return figures;
    }
}
