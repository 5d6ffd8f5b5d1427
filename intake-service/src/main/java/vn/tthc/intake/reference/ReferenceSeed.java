package vn.tthc.intake.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.intake.reference.ReferenceStreams.Past;
import vn.tthc.law.clock.WorkingCalendar;

/** Publishes what the files say and the streams do not say yet, and answers with the streams as they are then. */
final class ReferenceSeed {
    /** Appends at once, so that the log can put many into one fsync. */
    private static final int WRITERS = 64;

    private static final long PATIENCE_SECONDS = 60;

    private final ReferenceStreams streams;

    ReferenceSeed(ReferenceStreams streams) {
        this.streams = streams;
    }

    /**
     * Seeds the streams.
     *
     * @throws InvalidReference when a definition makes no sense; nothing is published then
     */
    List<ReferenceEvent> seed(ReferenceFiles files, WorkingCalendar calendar, Instant now) {
        ReferenceChecks.require(files);
        Map<StreamId, Past> past = new HashMap<>();
        Stream.of(StreamType.AGENCY, StreamType.PROCEDURE, StreamType.CALENDAR)
                .forEach(type -> past.putAll(streams.read(type)));
        List<ReferenceEvent> events = new ArrayList<>();
        past.values().forEach(stream -> events.addAll(stream.events()));
        List<Callable<ReferenceEvent>> appends = new ArrayList<>();
        for (Told told : told(files, calendar)) {
            Past known = past.getOrDefault(told.stream(), Past.NONE);
            if (!told.isIn(known)) {
                appends.add(() -> append(told, known.version(), now));
            }
        }
        events.addAll(all(appends));
        return events;
    }

    private ReferenceEvent append(Told told, long version, Instant now) {
        ReferenceEvent event = told.event().at(now);
        streams.append(told.stream(), version, event, told.hash());
        return event;
    }

    private List<Told> told(ReferenceFiles files, WorkingCalendar calendar) {
        List<Told> told = new ArrayList<>();
        for (Agency agency : files.agencies()) {
            String hash = streams.contentHash(agency);
            told.add(new Told(
                    new StreamId(StreamType.AGENCY, agency.id()),
                    null,
                    hash,
                    at -> new ReferenceEvent.AgencyRegistered(at, agency, hash)));
        }
        for (Procedure procedure : files.procedures()) {
            String hash = streams.contentHash(procedure);
            told.add(new Told(
                    new StreamId(StreamType.PROCEDURE, procedure.code()),
                    procedure.version(),
                    hash,
                    at -> new ReferenceEvent.ProcedurePublished(at, procedure, hash)));
        }
        String hash = streams.contentHash(CalendarContent.of(calendar.spec()));
        told.add(new Told(
                new StreamId(StreamType.CALENDAR, calendar.id()),
                calendar.version(),
                hash,
                at -> new ReferenceEvent.CalendarPublished(at, calendar.id(), calendar.version(), hash, null, null)));
        return told;
    }

    /** Something the files say; {@code version} tells apart what is published side by side in one stream. */
    private record Told(StreamId stream, @Nullable String version, String hash, Dated event) {

        /** Whether the newest event of that version says the same. */
        boolean isIn(Past past) {
            @Nullable String newest = null;
            for (ReferenceEvent event : past.events()) {
                newest = switch (event) {
                    case ReferenceEvent.AgencyRegistered agency -> agency.contentHash();
                    case ReferenceEvent.ProcedurePublished procedure ->
                        procedure.procedure().version().equals(version) ? procedure.contentHash() : newest;
                    case ReferenceEvent.CalendarPublished calendar ->
                        calendar.version().equals(version) ? calendar.contentHash() : newest;
                    case ReferenceEvent.DelegationGranted granted -> newest;
                    case ReferenceEvent.DelegationRevoked revoked -> newest;
                    case ReferenceEvent.CodesReserved reserved -> newest;
                    case ReferenceEvent.CodeUsed used -> newest;
                };
            }
            return hash.equals(newest);
        }
    }

    @FunctionalInterface
    private interface Dated {
        ReferenceEvent at(Instant now);
    }

    private static List<ReferenceEvent> all(List<Callable<ReferenceEvent>> appends) {
        List<ReferenceEvent> events = new ArrayList<>();
        try (ExecutorService writers =
                Executors.newFixedThreadPool(WRITERS, Thread.ofVirtual().factory())) {
            for (Future<ReferenceEvent> append : writers.invokeAll(appends, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                events.add(append.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the reference data was published", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the reference data could not be published", e.getCause());
        }
        return events;
    }
}
