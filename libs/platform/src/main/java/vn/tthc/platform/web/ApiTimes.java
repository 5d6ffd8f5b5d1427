package vn.tthc.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Moments and days as the API writes and accepts them. */
final class ApiTimes {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** No file of this system is older, none will be planned later; beyond lies only rubbish and overflow. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private ApiTimes() {}

    static String print(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(VIETNAM));
    }

    /**
     * Reads a moment with its offset.
     *
     * @throws DateTimeException when it is none, or lies outside the years 1900 to 2199
     */
    static Instant instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        inRange(time.toLocalDate());
        return time.toInstant();
    }

    /**
     * Reads a day, {@code 2026-03-02}.
     *
     * @throws DateTimeException when it is none, or lies outside the years 1900 to 2199
     */
    static LocalDate date(String text) {
        return inRange(LocalDate.parse(text));
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new DateTimeException("outside the years 1900 to 2199");
        }
        return date;
    }

    static final class InstantWriter extends StdSerializer<Instant> {
        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(print(value));
        }
    }

    static final class InstantReader extends StdDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            String text = text(parser, context, Instant.class);
            try {
                return instant(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, Instant.class, "not a moment");
            }
        }
    }

    static final class DateReader extends StdDeserializer<LocalDate> {
        DateReader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            String text = text(parser, context, LocalDate.class);
            try {
                return date(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, LocalDate.class, "not a day");
            }
        }
    }

    private static String text(JsonParser parser, DeserializationContext context, Class<?> type) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            context.handleUnexpectedToken(type, parser);
        }
        return parser.getString();
    }
}
