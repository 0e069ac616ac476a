package dev.linger.data.source;

import dev.linger.data.csv.BrokenRow.Fault;
import dev.linger.data.source.CleaningRule.Meaning;
import java.util.List;

/** The rules that lines of every csv file are held against, of whatever layout: one a {@link Fault}. */
public final class BrokenRowRules {
    public static final CleaningRule WRONG_FIELD_COUNT =
            rule("wrong-field-count", "A row has more or fewer fields than the header; it is dropped.");
    public static final CleaningRule STRAY_QUOTE = rule(
            "stray-quote",
            "A quote is left open at the end of its line, or stands where none may; the line is dropped.");
    public static final CleaningRule CONTROL_CHARACTER =
            rule("control-character", "A control character, such as NUL, stands in a cell; the row is dropped.");
    public static final CleaningRule NOT_UTF8 =
            rule("not-utf8", "A byte of the line belongs to no character of UTF-8; the line is dropped.");
    public static final CleaningRule TOO_LONG =
            rule("too-long", "A line is longer than 65,536 characters; it is dropped.");

    /** All of them, in the order of reports. */
    public static final List<CleaningRule> ALL =
            List.of(WRONG_FIELD_COUNT, STRAY_QUOTE, CONTROL_CHARACTER, NOT_UTF8, TOO_LONG);

    private BrokenRowRules() {}

    static CleaningRule of(Fault fault) {
        return switch (fault) {
            case FIELD_COUNT -> WRONG_FIELD_COUNT;
            case QUOTE -> STRAY_QUOTE;
            case CONTROL_CHARACTER -> CONTROL_CHARACTER;
            case ENCODING -> NOT_UTF8;
            case LENGTH -> TOO_LONG;
        };
    }

    private static CleaningRule rule(String name, String description) {
        return new CleaningRule(name, description, Meaning.UNREADABLE);
    }
}
