package dev.ecrbot.problem;

import java.util.Locale;

/** Every problem the bot can tell somebody of. The label is what metrics and messages show. */
public enum Code {
    /** The text isn't a command. */
    COMMAND_UNKNOWN,
    /** A part of the command is missing, unreadable or one too many. */
    COMMAND_MALFORMED,
    /** The access word isn't one. */
    ACCESS_UNKNOWN,
    /** The repository isn't written as one, or names a registry or Region that isn't configured. */
    REPOSITORY_MALFORMED,
    /** The registry isn't configured any more. */
    REGISTRY_UNKNOWN,
    /** AWS has no such repository. */
    REPOSITORY_NOT_FOUND,
    /** The account is neither an id nor a configured name. */
    ACCOUNT_UNKNOWN,
    /** The principal isn't written as one, or is of a kind that can't be granted access. */
    PRINCIPAL_MALFORMED,
    /** The principal is in another partition than the repository. */
    PARTITION_MISMATCH,
    /** The duration or date can't be read or makes no sense. */
    DURATION_MALFORMED,
    /** The duration is longer than the rule allows. */
    DURATION_TOO_LONG,
    /** By now the rule gives it under other conditions. */
    CONDITIONS_CHANGED,
    /** The rule doesn't let this person have it at once, or not once more today. */
    BREAKGLASS_REFUSED,
    /** The rule wants a reason, or one of another form. */
    REASON_REQUIRED,
    /** No rule covers this ask. */
    NO_RULE,
    /** The rule that decides on all repositories of the pattern gives access to single ones only. */
    PATTERN_REFUSED,
    /** No rule is for all repositories of the pattern. */
    PATTERN_TOO_WIDE,
    /** Some repositories of the pattern are decided on by an earlier rule than the others. */
    PATTERN_OVERLAP,
    /** A registry's policy can't give access there, or it isn't known whether it can. */
    REGISTRY_SCOPE,
    /** Different rules decide on what was asked for at once. */
    SEVERAL_RULES,
    /** This person may not ask for this. */
    REQUESTER_REFUSED,
    /** This person may not look at this. */
    VIEWER_REFUSED,
    /** This person may not decide this. */
    APPROVER_REFUSED,
    /** The requester may not decide their own request. */
    SELF_APPROVAL,
    /** Guests, bots, strangers and deactivated people are refused everywhere. */
    PERSON_REFUSED,
    /** A machine asked for what only people do, or for what it may not. */
    MACHINE_REFUSED,
    /** What a machine sent doesn't prove which one it is. */
    MACHINE_UNPROVEN,
    /** It is proven who it is, and the configuration names no such machine. */
    MACHINE_UNKNOWN,
    /** The machine asks more than it may. */
    LIMIT_MACHINE,
    /** What a machine sent isn't a call that there is. */
    CALL_MALFORMED,
    /** The key of an ask was used for another one before. */
    KEY_REUSED,
    /** Who the person is, or which groups they are in, could not be found out. */
    PERSON_UNKNOWN,
    /** There is no such request. */
    REQUEST_NOT_FOUND,
    /** Of those that the rule lists, too few can approve. */
    NO_APPROVER,
    /** The person has as many requests waiting as one person may. */
    LIMIT_PENDING,
    /** A request has as many comments as it takes. */
    LIMIT_COMMENTS,
    /** The person holds as many grants as the rule lets one person hold. */
    LIMIT_GRANTS,
    /** The person types faster than one person may. */
    LIMIT_COMMANDS,
    /** The person was refused what they clicked on more often than one person may be. */
    LIMIT_CLICKS,
    /** The request was decided before. */
    REQUEST_DECIDED,
    /** A statement of the bot's stands in a policy, and the record of who asked for it was lost. */
    RECORD_LOST,
    /** The click was on a card that has been replaced. */
    REVISION_REPLACED,
    /** The request gave no access that could be ended. */
    GRANT_NOT_FOUND,
    /** The access that the request gave has ended already. */
    GRANT_ENDED,
    /** The end that an approver names is not sooner than the one asked for. */
    END_NOT_SOONER,
    /** What is to be extended isn't in the policy any more. */
    GRANT_MISSING,
    /** An extension would not make the access last longer. */
    EXTENSION_TOO_SHORT,
    /** What the request did can't be undone: it did nothing, or no more, or it is an undo itself. */
    UNDO_REFUSED,
    /** Only the requester may cancel. */
    CANCEL_REFUSED,
    /** The person has approved this revision already. */
    APPROVED_ALREADY,
    /** What failed can't be tried again as it was. */
    NOT_TRIED_AGAIN,
    /** The click can't be read. */
    CLICK_MALFORMED,
    /** A Deny statement takes away all that a grant would give. */
    DENIED_BY_STATEMENT,
    /** The change would bring an error into the policy. */
    POLICY_LINT,
    /** The policy would be longer than AWS allows. */
    POLICY_TOO_LARGE,
    /** The stored policy, or a statement in it, can't be understood well enough to change it. */
    POLICY_UNREADABLE,
    /** What is to be taken away isn't there. */
    NOTHING_TO_REVOKE,
    /** The principal holds a wider access that has to be revoked by its own name. */
    REVOKE_WIDER,
    /** The policy is already as the change would make it. */
    NOTHING_TO_CHANGE,
    /** The policy was changed by somebody else. */
    POLICY_CHANGED,
    /** A write was answered, but what was read back is something else. */
    READ_BACK_DIFFERS,
    /** AWS did not take the write. */
    WRITE_NOT_TAKEN,
    /** It couldn't be found out whether the write took effect. */
    OUTCOME_UNKNOWN,
    /** AWS refused a principal in the policy. */
    AWS_PRINCIPAL_NOT_FOUND,
    /** AWS refused the policy for another reason. */
    AWS_POLICY_REFUSED,
    /** The bot's role lacks a permission. */
    AWS_ACCESS_DENIED,
    /** The bot's identity is in another account than the registry, where AWS lets it read and write no registry's policy. */
    AWS_OTHER_ACCOUNT,
    /** The registry's role couldn't be assumed. */
    AWS_ROLE_NOT_ASSUMED,
    /** The registry's role doesn't let the bot say for whom it acts. */
    AWS_ATTRIBUTION_REFUSED,
    /** AWS throttles. */
    AWS_THROTTLED,
    /** AWS can't be reached, is too slow or answers brokenly. */
    AWS_UNAVAILABLE,
    /** Too much is asked at once. */
    BUSY,
    /** The bot is ending and takes nothing new in. */
    STOPPING,
    /** The database can't be used. */
    STORE_UNAVAILABLE,
    /** The clocks of the bot's machine and of its database differ. */
    CLOCK_DIFFERS,
    /** Slack can't be reached or refuses. */
    SLACK_UNAVAILABLE,
    /** A mistake of the bot's own. */
    INTERNAL;

    /** Returns whether what keeps AWS from answering may pass by itself within minutes. */
    public boolean mayPass() {
        return this == AWS_THROTTLED || this == AWS_UNAVAILABLE;
    }

    /** Returns whether what failed for it, and was sent to nobody or refused, may be done once somebody or something helps. */
    public boolean mayBeTriedAgain() {
        return switch (this) {
            case AWS_THROTTLED,
                    AWS_UNAVAILABLE,
                    AWS_ACCESS_DENIED,
                    AWS_ROLE_NOT_ASSUMED,
                    AWS_PRINCIPAL_NOT_FOUND,
                    WRITE_NOT_TAKEN,
                    PERSON_UNKNOWN -> true;
            default -> false;
        };
    }

    /** Returns whether it keeps everything else in the same registry from being read or written, too. */
    public boolean concernsRegistry() {
        return mayPass()
                || this == AWS_ROLE_NOT_ASSUMED
                || this == AWS_ATTRIBUTION_REFUSED
                || this == AWS_OTHER_ACCOUNT
                || this == REGISTRY_UNKNOWN;
    }

    /** Returns the code as messages and metrics show it, {@code no_rule} for example. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
