package vn.tthc.law.lunar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The series against the moments astronomers publish, which decide on which day a month begins. */
class AstronomyTest {
    private static final Instant J2000 = Instant.parse("2000-01-01T12:00:00Z");
    private static final double FIRST_NEW_MOON = 2_415_020.75933;
    private static final double MINUTE = 1.0 / (24 * 60);

    /** Moments of new moon as almanacs give them, in universal time to the minute; 1977 is Meeus' example 49.a. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1977-02-18T03:37:00Z",
                "2024-01-11T11:57:00Z",
                "2024-02-09T22:59:00Z",
                "2024-03-10T09:00:00Z",
                "2024-04-08T18:21:00Z",
                "2024-05-08T03:22:00Z",
                "2024-06-06T12:38:00Z",
                "2024-07-05T22:57:00Z",
                "2024-08-04T11:13:00Z",
                "2024-09-03T01:56:00Z",
                "2024-10-02T18:49:00Z",
                "2024-11-01T12:47:00Z",
                "2024-12-01T06:21:00Z",
                "2024-12-30T22:27:00Z",
                "2025-01-29T12:36:00Z",
                "2025-02-28T00:45:00Z",
                "2025-03-29T10:58:00Z",
                "2025-04-27T19:31:00Z",
                "2025-05-27T03:02:00Z",
                "2025-06-25T10:31:00Z",
                "2025-07-24T19:11:00Z",
                "2025-08-23T06:06:00Z",
                "2025-09-21T19:54:00Z",
                "2025-10-21T12:25:00Z",
                "2025-11-20T06:47:00Z",
                "2025-12-20T01:43:00Z",
                "2026-01-18T19:52:00Z",
                "2026-02-17T12:01:00Z",
                "2026-03-19T01:23:00Z",
                "2026-04-17T11:52:00Z",
                "2026-05-16T20:01:00Z",
                "2026-06-15T02:54:00Z",
                "2026-07-14T09:44:00Z",
                "2026-08-12T17:37:00Z",
                "2026-09-11T03:27:00Z",
                "2026-10-10T15:50:00Z",
                "2026-11-09T07:02:00Z",
                "2026-12-09T00:52:00Z"
            })
    void a_new_moon_is_within_minutes_of_its_published_moment(Instant published) {
        double date = julian(published);
        long k = Math.round((date - FIRST_NEW_MOON) / Astronomy.SYNODIC_MONTH);

        assertThat(Astronomy.newMoon(k)).isCloseTo(date, within(2.5 * MINUTE));
    }

    /** Meeus, Astronomical Algorithms, example 25.a: 199.90988 degrees. */
    @ParameterizedTest
    @CsvSource({"2448908.5, 199.90988"})
    void the_sun_is_where_the_textbook_has_it(double julianDate, double longitude) {
        assertThat(Astronomy.sunLongitude(julianDate)).isCloseTo(longitude, within(0.00002));
    }

    /** Equinoxes and solstices as published; the series leaves out nutation and aberration, a fiftieth of a degree. */
    @ParameterizedTest
    @CsvSource({
        "2000-03-20T07:35:00Z, 0",
        "2000-06-21T01:48:00Z, 90",
        "2000-09-22T17:28:00Z, 180",
        "2000-12-21T13:37:00Z, 270",
        "2025-03-20T09:01:00Z, 0",
        "2025-06-21T02:42:00Z, 90",
        "2025-09-22T18:19:00Z, 180",
        "2025-12-21T15:03:00Z, 270",
        "2026-12-21T20:50:00Z, 270"
    })
    void the_seasons_begin_when_they_are_published_to_begin(Instant published, double longitude) {
        assertThat(Astronomy.sunLongitude(julian(published))).isCloseTo(longitude, within(0.02));
    }

    private static double julian(Instant at) {
        return 2_451_545 + Duration.between(J2000, at).toSeconds() / 86_400.0;
    }
}
