package dev.ecrbot.desk.ledger;

/** The keys under which events and notices keep their details. They are stored, so they never change. */
public final class Detail {
    public static final String AGAIN = "again";
    public static final String BY = "by";
    public static final String CHANNEL = "channel";
    public static final String COMMENT = "comment";
    public static final String CODE = "code";
    public static final String FROM = "from";
    public static final String GRANTS = "grants";
    public static final String MARK = "mark";
    public static final String NEXT = "next";
    public static final String NUMBER = "number";
    public static final String REASON = "reason";
    public static final String REVISION = "revision";
    public static final String RULE = "rule";
    public static final String SID = "sid";
    public static final String STEP = "step";
    public static final String TO = "to";
    public static final String TRIES = "tries";
    public static final String UNTIL = "until";
    /** Stands where there is no end. */
    public static final String NEVER = "never";

    public static final String WHAT = "what";
    public static final String WHY = "why";

    private Detail() {}
}
