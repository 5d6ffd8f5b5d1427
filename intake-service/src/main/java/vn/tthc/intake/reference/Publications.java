package vn.tthc.intake.reference;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.intake.reference.ReferenceStreams.Past;
import vn.tthc.law.clock.CalendarPurpose;
import vn.tthc.law.clock.CalendarSpec;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.WorkingCalendar;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.log.VersionConflict;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;

/**
 * Publishes new versions of procedures and calendars: checked, appended to their stream, known from then on. What was
 * published stays; a dossier keeps the version it was received under.
 */
@Component
public class Publications {
    private final ReferenceStreams streams;
    private final Catalogue catalogue;
    private final PublishedCalendars calendars;
    private final InstantSource clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Publications(ReferenceStreams streams, Catalogue catalogue, PublishedCalendars calendars, InstantSource clock) {
        this.streams = streams;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * What became of a publication.
     *
     * @param stream its stream
     * @param version the version of the stream
     * @param event what is published
     * @param repeated whether it had been published alike before
     */
    record Published<E>(StreamId stream, long version, E event, boolean repeated) {}

    /**
     * Publishes a procedure's version.
     *
     * @throws Problem 400 with every reason why the definition cannot work, 409 when that version has other content
     */
    Published<ReferenceEvent.ProcedurePublished> procedure(Procedure procedure, CommandContext context) {
        List<String> reasons = ProcedureChecks.problems(
                procedure, agency -> catalogue.agency(agency).isPresent());
        if (!reasons.isEmpty()) {
            throw Problem.fields(reasons.stream()
                    .map(reason -> FieldProblem.of(
                            "procedure", FieldReason.CANNOT_WORK, "Không thể vận hành: " + reason, reason))
                    .toList());
        }
        oneAtATime.lock();
        try {
            StreamId stream = new StreamId(StreamType.PROCEDURE, procedure.code());
            Past past = streams.past(stream);
            String hash = streams.contentHash(procedure);
            ReferenceEvent.ProcedurePublished same = null;
            for (ReferenceEvent event : past.events()) {
                if (event instanceof ReferenceEvent.ProcedurePublished known
                        && known.procedure().version().equals(procedure.version())) {
                    same = known;
                }
            }
            if (same != null) {
                return repeated(stream, past, same, same.contentHash().equals(hash), procedure.version());
            }
            later(past, procedure);
            ReferenceEvent.ProcedurePublished event = new ReferenceEvent.ProcedurePublished(
                    clock.instant().truncatedTo(ChronoUnit.MILLIS), procedure, hash);
            append(stream, past, event, context);
            catalogue.add(procedure);
            return new Published<>(stream, past.version() + 1, event, false);
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Publishes a calendar's version.
     *
     * @param content in the line format of {@code docs/clock.md}
     * @param decision on what the change rests
     * @throws Problem 400 when it cannot be read or computed with, 409 when that version has other content
     */
    Published<ReferenceEvent.CalendarPublished> calendar(String content, String decision, CommandContext context) {
        WorkingCalendar calendar = read(content);
        oneAtATime.lock();
        try {
            StreamId stream = new StreamId(StreamType.CALENDAR, calendar.id());
            Past past = streams.past(stream);
            String hash = streams.contentHash(CalendarContent.of(calendar.spec()));
            WorkingCalendar known = calendars.find(calendar.version()).orElse(null);
            if (known != null) {
                ReferenceEvent.CalendarPublished same = last(past, calendar.version());
                boolean alike = same != null && same.contentHash().equals(hash);
                return repeated(stream, past, same, alike, calendar.version());
            }
            ReferenceEvent.CalendarPublished event = new ReferenceEvent.CalendarPublished(
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    calendar.id(),
                    calendar.version(),
                    hash,
                    content,
                    decision);
            append(stream, past, event, context);
            calendars.add(calendar, decision);
            return new Published<>(stream, past.version() + 1, event, false);
        } finally {
            oneAtATime.unlock();
        }
    }

    private WorkingCalendar read(String content) {
        CalendarSpec spec;
        WorkingCalendar calendar;
        try {
            spec = Calendars.parse(content);
            calendar = Calendars.of(spec);
        } catch (RuntimeException unreadable) {
            String why = String.valueOf(unreadable.getMessage());
            throw invalid("Không đọc được lịch: " + why, "The calendar cannot be read: " + why);
        }
        if (spec.purpose() != CalendarPurpose.DEADLINE) {
            throw invalid("Chỉ lịch tính thời hạn được công bố ở đây.", "Only deadline calendars are published here.");
        }
        if (calendars.current(spec.id()).isEmpty()
                && catalogue.agency(spec.id()).isEmpty()) {
            throw invalid(
                    "Lịch phải là lịch đã có hoặc của một cơ quan trong danh mục: " + spec.id(),
                    "A calendar is one there is, or that of an agency of the catalogue: " + spec.id());
        }
        return calendar;
    }

    /** A new version begins after those there are, so that none is changed behind the back of those who use it. */
    private static void later(Past past, Procedure procedure) {
        for (ReferenceEvent event : past.events()) {
            if (event instanceof ReferenceEvent.ProcedurePublished known) {
                LocalDate from = known.procedure().validFrom();
                LocalDate begins = procedure.validFrom();
                if (from != null && (begins == null || !begins.isAfter(from))) {
                    throw new Problem(
                            ReferenceProblem.VALIDITY_OVERLAPS,
                            409,
                            "validFrom",
                            Map.of("other", known.procedure().version(), "day", from.toString()));
                }
            }
        }
    }

    private static ReferenceEvent.@Nullable CalendarPublished last(Past past, String version) {
        ReferenceEvent.CalendarPublished last = null;
        for (ReferenceEvent event : past.events()) {
            if (event instanceof ReferenceEvent.CalendarPublished known
                    && known.version().equals(version)) {
                last = known;
            }
        }
        return last;
    }

    private static <E> Published<E> repeated(
            StreamId stream, Past past, @Nullable E same, boolean alike, String version) {
        if (!alike) {
            throw new Problem(ReferenceProblem.VERSION_EXISTS, 409, "version", Map.of("version", version));
        }
        return new Published<>(stream, past.version(), Objects.requireNonNull(same, "alike, so there"), true);
    }

    private void append(StreamId stream, Past past, ReferenceEvent event, CommandContext context) {
        try {
            streams.append(stream, past.version(), event, context.commandId(), context.provenance());
        } catch (VersionConflict meanwhile) {
            throw new Problem(ReferenceProblem.PUBLISHED_MEANWHILE, 409, null, Map.of());
        }
    }

    private static Problem invalid(String vi, String en) {
        return Problem.fields(List.of(FieldProblem.of("content", FieldReason.INVALID, vi, en)));
    }
}
