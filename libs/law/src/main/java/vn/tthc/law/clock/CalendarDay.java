package vn.tthc.law.clock;

import java.time.LocalDate;

/**
 * What one date is in a calendar, and by which decision.
 *
 * @param date the date in Vietnam
 * @param kind what the day is
 * @param vietnamese the reason for people, in Vietnamese
 * @param english the same in English
 * @param decision number and date of the decision, the article of law, or a text with {@code (unsourced)}
 * @param derived true when computed from the rule of Điều 112 and not taken from an announcement
 */
public record CalendarDay(
        LocalDate date, DayKind kind, String vietnamese, String english, String decision, boolean derived) {}
