package dev.ecrbot.problem;

import static dev.ecrbot.problem.Typed.quote;

/** What is wrong with the end that somebody asks for: a duration or a date. What people typed is quoted here. */
public final class EndProblems {
    private static final String LIKE_DATE = "Write it like until 2026-12-31 or until 2026-12-31 18:00.";
    private static final String LIKE_DURATION = "Write it like 30m, 8h, 7d or 2w.";
    private static final String ALONE = "Write how long, 8h, 7d or 2w, or a date: until 2026-12-31.";

    private EndProblems() {}

    public static Problem missing() {
        return malformed("No end was given.", ALONE);
    }

    public static Problem notPartOfAnEnd(String typed) {
        return malformed(quote(typed) + " is no part of an end.", ALONE);
    }

    public static Problem givenTwice() {
        return malformed(
                "You gave the end twice.", "Keep one of “for” and “until”, and put “because” before the reason.");
    }

    public static Problem notTold() {
        return malformed(
                "ecr-bot can't tell when the access should end, so nothing was asked for.",
                "Write one end: a date, until 2026-12-31, or until 2026-12-31 18:00 in UTC, or how long, for 7d.");
    }

    public static Problem notInFuture() {
        return malformed("That end is not in the future.", "Name a later one, or how long: for 7d.");
    }

    public static Problem past(String end) {
        return malformed("The end, " + end + ", is in the past.", "Name a later date, or say how long: for 7d.");
    }

    public static Problem tooSoon(long minutes) {
        return malformed(
                "That end is less than " + minutes + " minutes away.", "Name a later one, or how long: for 30m.");
    }

    public static Problem tooFar(String typed, int years) {
        return malformed(
                quote(typed) + " is more than " + years + " years away.",
                "Ask for less, for example 30d, or leave it out to ask for access without an end.");
    }

    /** @param longest the longest duration that the rule allows, as people type it */
    public static Problem longerThanRule(String longest) {
        return new Problem(
                Code.DURATION_TOO_LONG,
                "That is longer than the rule allows: " + longest + " at most.",
                "Ask again with “for " + longest + "” or less.");
    }

    public static Problem dateMissing() {
        return malformed("There is no date after “until”.", LIKE_DATE);
    }

    public static Problem notADate(String typed) {
        return malformed(quote(typed) + " isn't a date.", LIKE_DATE);
    }

    public static Problem notInCalendar(String typed) {
        return malformed(quote(typed) + " isn't in the calendar.", LIKE_DATE);
    }

    public static Problem notATime(String typed) {
        return malformed(quote(typed) + " isn't a time of day.", "Write hours and minutes like 18:00.");
    }

    public static Problem notAZone(String typed) {
        return malformed(
                quote(typed) + " isn't a time zone that is the same for everybody.",
                "Write UTC, +02:00 or Europe/Berlin. If it is the role, put it before “until”.");
    }

    public static Problem durationMissing() {
        return malformed("There is no duration after “for”.", LIKE_DURATION);
    }

    public static Problem zero() {
        return malformed("A duration of zero gives no access at all.", LIKE_DURATION);
    }

    public static Problem unitMissing(String typed) {
        return malformed(quote(typed) + " has no unit.", LIKE_DURATION);
    }

    public static Problem minutesOrMonths() {
        return malformed("“M” could be minutes or months.", "Write 30m for minutes, or 30d for a month.");
    }

    public static Problem monthsOrYears() {
        return malformed(
                "Months and years are not all of one length.",
                "Write days, for example 30d or 365d, or a date: until 2026-12-31.");
    }

    public static Problem seconds() {
        return malformed("Seconds are too short to be granted.", LIKE_DURATION);
    }

    public static Problem notAUnit(String typed) {
        return malformed(quote(typed) + " isn't a unit of time; it is m, h, d or w.", LIKE_DURATION);
    }

    public static Problem negative(String typed) {
        return malformed(quote(typed) + " is negative: access can't end before it began.", LIKE_DURATION);
    }

    public static Problem forEver(String typed) {
        return malformed(
                quote("for " + typed) + " isn't a duration.", "Leave it out to ask for access without an end.");
    }

    public static Problem fraction(String typed) {
        return malformed(quote(typed) + " is a fraction; a duration has whole numbers.", "Write 36h, not 1.5d.");
    }

    public static Problem notADuration(String typed) {
        return malformed(
                quote(typed) + " isn't a duration.", LIKE_DURATION + " If it is the reason, put “because” before it.");
    }

    private static Problem malformed(String what, String next) {
        return new Problem(Code.DURATION_MALFORMED, what, next);
    }
}
