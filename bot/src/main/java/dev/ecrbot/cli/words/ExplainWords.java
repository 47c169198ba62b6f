package dev.ecrbot.cli.words;

/** What “explain” says of a pasted text beside what to do next. */
public final class ExplainWords {
    private ExplainWords() {}

    public static String tried(String action) {
        return "Tried: " + action;
    }

    public static String where(String where) {
        return "Where: " + where;
    }

    public static String by(String caller) {
        return "By:    " + caller;
    }

    public static String half(String half, boolean sure) {
        return "Half:  " + half + (sure ? "; the text says so." : "; the text alone doesn't prove it.");
    }

    public static String next(String next) {
        return "Next:  " + next;
    }

    public static String ask(String ask) {
        return "Ask:   /ecr " + ask;
    }

    public static String repository(String name) {
        return "repository " + name;
    }

    public static String registry(String account) {
        return "registry " + account;
    }

    public static String in(String region) {
        return "in " + region;
    }

    public static String resource() {
        return "resource, the policy of the repository or its registry";
    }

    public static String identity() {
        return "identity, the caller's own policies";
    }

    public static String both() {
        return "the repository's policy, the caller's own, or both";
    }

    public static String login() {
        return "login, before any policy was asked";
    }

    public static String network() {
        return "network, the way to ECR or to the layers";
    }

    public static String notFound() {
        return "notfound, no such repository or image there";
    }

    public static String other() {
        return "other, nothing that a grant could change";
    }

    public static String authorizationId(String id) {
        return "authorization id " + id;
    }

    public static String ownRecord(String shown) {
        return "AWS's own record, for you only (keep it out of channels and tickets): " + shown;
    }

    public static String text(int number) {
        return "Text " + number;
    }
}
