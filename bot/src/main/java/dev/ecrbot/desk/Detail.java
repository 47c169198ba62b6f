package dev.ecrbot.desk;

/** The keys under which events and notices keep their details. They are stored, so they never change. */
final class Detail {
    static final String BY = "by";
    static final String CODE = "code";
    static final String FROM = "from";
    static final String NEXT = "next";
    static final String NUMBER = "number";
    static final String REASON = "reason";
    static final String REVISION = "revision";
    static final String STEP = "step";
    static final String TRIES = "tries";
    static final String UNTIL = "until";
    static final String WHAT = "what";
    static final String WHY = "why";

    private Detail() {}
}
