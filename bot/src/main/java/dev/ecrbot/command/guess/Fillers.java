package dev.ecrbot.command.guess;

import dev.ecrbot.command.word.Word;
import java.util.Locale;
import java.util.Set;

/** Words that people put around what they want. */
final class Fillers {
    private static final Set<String> POLITE = words("""
            please pls plz kindly hi hello hey ok thanks thank thx ty you just also now i i'd we me us
            would could can like need needs want wants get have be able asap somebody someone bitte danke
            merci svp stp s'il vous plaît plait hallo bonjour salut hola ich wir uns mir kann kannst können
            könnt könnte brauche brauchen braucht möchte gern gerne gib gebt geben je nous moi peux pouvez
            besoin donner donne donnez favor necesito dar puedes
            """);
    private static final Set<String> AROUND_NAMES = words("""
            the a an my our your their this that to for in on onto of from at with via by access accesses
            permission permissions rights account acct aws role repo repository image images docker away
            zugriff zugang rechte konto auf für fuer zu zum von vom im der die das den dem ein eine einen
            unser unsere accès acces sur à au aux le la les du de des pour dans dépôt notre
            para por en el los acceso
            """);

    /** Whatever has one of these in it may mean the opposite, a question, or several things at once. */
    private static final Set<String> TURNS = words("""
            not no never dont don't doesn't doesnt didn't cannot can't cant won't isn't isnt without stop
            revoke except but unless instead only nobody none nor neither anymore if who whom why what when how
            does do did is are was has which where and or & + plus nothing deny block undo should noon
            midnight eod morning afternoon evening night week month year next last end nicht kein keine
            keinen nie ohne außer ausser und oder wenn falls aber pas jamais sans sauf aucun et ou si mais
            sin nunca
            """);

    private static final Set<String> NEVER_ONE_NAME =
            Set.of("all", "any", "every", "everything", "everyone", "everybody", "anyone", "anything");

    private static final Set<String> BOTH = Set.of(
            "pull+push",
            "push+pull",
            "pull/push",
            "push/pull",
            "pull&push",
            "read/write",
            "read-write",
            "readwrite",
            "read+write",
            "read&write",
            "r/w");

    private Fillers() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** Returns whether a word says nothing, so that it can be left out. */
    static boolean filler(Word word) {
        String lower = lower(word);
        return !word.quoted() && (POLITE.contains(lower) || AROUND_NAMES.contains(lower));
    }

    /** Returns whether a word is said for politeness, and of no name. */
    static boolean polite(String word) {
        return POLITE.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Returns whether this is said of names, so that it may be one, too. */
    static boolean aroundNames(Word word) {
        return AROUND_NAMES.contains(lower(word));
    }

    /** Returns whether nothing should be guessed of what this word stands in. */
    static boolean turns(Word word) {
        return !word.quoted() && TURNS.contains(lower(word));
    }

    /** Returns whether a word means several things at once. */
    static boolean neverOneName(Word word) {
        return !word.quoted() && NEVER_ONE_NAME.contains(lower(word));
    }

    /** Returns whether hardly anybody calls a role or a repository this. */
    static boolean hardlyAName(Word word) {
        return filler(word) || turns(word) || neverOneName(word);
    }

    /** Returns whether a word says both kinds of access in one. */
    static boolean pullAndPush(Word word) {
        return !word.quoted() && BOTH.contains(lower(word));
    }

    static String lower(Word word) {
        return word.text().toLowerCase(Locale.ROOT);
    }
}
