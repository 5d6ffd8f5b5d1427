package vn.tthc.law.lunar;

import static java.lang.Math.sin;
import static java.lang.Math.toRadians;

/** New moons and the sun's longitude, in the truncated series of Meeus that Hồ Ngọc Đức's algorithm uses. */
final class Astronomy {
    /** Mean length of a lunar month, in days. */
    static final double SYNODIC_MONTH = 29.530588853;

    private static final double UTC_PLUS_7 = 7.0 / 24;
    private static final double J2000 = 2_451_545.0;

    private Astronomy() {}

    /** Julian day number of the day in Vietnam on which new moon {@code k} falls; 0 is the one of 01/01/1900. */
    static long newMoonDay(long k) {
        return (long) Math.floor(newMoon(k) + 0.5 + UTC_PLUS_7);
    }

    /** In which twelfth of the ecliptic the sun is at the beginning of that day in Vietnam: 0 from the March equinox. */
    static int sunSector(long julianDay) {
        return (int) (sunLongitude(julianDay - 0.5 - UTC_PLUS_7) / 30);
    }

    /** Julian date, in universal time, of new moon {@code k}; within minutes of the moment for the years 1900 to 2199. */
    static double newMoon(long k) {
        double t = k / 1236.85;
        double t2 = t * t;
        double t3 = t2 * t;
        double mean = 2_415_020.75933
                + 29.53058868 * k
                + 0.0001178 * t2
                - 0.000000155 * t3
                + 0.00033 * sin(toRadians(166.56 + 132.87 * t - 0.009173 * t2));
        double sun = toRadians(359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3);
        double moon = toRadians(306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3);
        double latitude = toRadians(21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3);
        double correction = (0.1734 - 0.000393 * t) * sin(sun)
                + 0.0021 * sin(2 * sun)
                - 0.4068 * sin(moon)
                + 0.0161 * sin(2 * moon)
                - 0.0004 * sin(3 * moon)
                + 0.0104 * sin(2 * latitude)
                - 0.0051 * sin(sun + moon)
                - 0.0074 * sin(sun - moon)
                + 0.0004 * sin(2 * latitude + sun)
                - 0.0004 * sin(2 * latitude - sun)
                - 0.0006 * sin(2 * latitude + moon)
                + 0.0010 * sin(2 * latitude - moon)
                + 0.0005 * sin(2 * moon + sun);
        double dynamicalTimeOffset = -0.000278 + 0.000265 * t + 0.000262 * t2;
        return mean + correction - dynamicalTimeOffset;
    }

    /** The sun's true longitude in degrees, 0 to 360, referred to the mean equinox of that Julian date. */
    static double sunLongitude(double julianDate) {
        double t = (julianDate - J2000) / 36_525;
        double t2 = t * t;
        double anomaly = toRadians(357.52910 + 35_999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2);
        double mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t2;
        double centre = (1.914600 - 0.004817 * t - 0.000014 * t2) * sin(anomaly)
                + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
                + 0.000290 * sin(3 * anomaly);
        double longitude = mean + centre;
        return longitude - 360 * Math.floor(longitude / 360);
    }
}
