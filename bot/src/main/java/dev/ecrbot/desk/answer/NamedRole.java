package dev.ecrbot.desk.answer;

import dev.ecrbot.policy.Principal;

/** Tells from a policy's text whether it may name a role, without reading it: most policies name no role that is asked about. */
final class NamedRole {
    private NamedRole() {}

    /** Returns whether the policy may name the role, whatever its path, or a session of it; no is certain. */
    static boolean in(String policy, Principal.Role role) {
        String account = ":" + role.owner().value() + ":";
        // A name can be written with escapes, which only reading it undoes.
        return policy.indexOf('\\') >= 0
                || policy.contains(account + "assumed-role/" + role.name() + "/")
                || endsWith(policy, account + "role/", role.name());
    }

    private static boolean endsWith(String policy, String start, String name) {
        for (int at = policy.indexOf(start); at >= 0; at = policy.indexOf(start, at + 1)) {
            int from = at + start.length();
            int end = policy.indexOf('"', from);
            int last = end - name.length();
            if (last >= from && policy.startsWith(name, last) && (last == from || policy.charAt(last - 1) == '/')) {
                return true;
            }
        }
        return false;
    }
}
