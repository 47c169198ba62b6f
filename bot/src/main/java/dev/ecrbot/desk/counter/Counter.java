package dev.ecrbot.desk.counter;

import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.ask.Preview;
import dev.ecrbot.desk.ask.Whom;
import dev.ecrbot.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The counter where people are served: what they type and click, and what they are told.
 *
 * <p>Thread-safe. A call may take some seconds, since people are looked up and policies are read; it never throws, but for {@link #preview}.
 */
public interface Counter {

    /**
     * Returns whether something typed or clicked is delivered for the first time, to this process, to one before it, or to
     * another replica. True where that can't be found out: whatever else is to be recorded will fail, too, and be told.
     *
     * @param trigger the id that Slack gives each such thing
     */
    boolean isNew(Asker asker, String trigger);

    /** Serves a command; {@code text} is what was typed after {@code /ecr}, as Slack sent it. */
    Answer command(Asker asker, String text);

    /**
     * Serves a click on a line that was offered as {@link Answer.Guessed}: judges it and asks, as if it had been typed.
     *
     * @param offeredTo the person whom it was offered to, as the button says, unchecked
     * @param line as the button says, unchecked
     */
    Answer ask(Asker asker, String offeredTo, String line);

    /**
     * Serves a click that asks for more of a list. It is asked anew, as if it had been typed, and does nothing but look.
     *
     * @param question as the button says, unchecked: what to type after {@code /ecr}
     */
    Answer look(Asker asker, String question);

    /**
     * Answers what was promised to somebody, once it can be.
     *
     * @return empty before that; costs next to nothing then
     */
    Optional<Answer> promised(Asker asker, Finding.Promised promised);

    /** Serves a click on a card's button. */
    Answer click(Click click);

    /**
     * Ends a grant before its time, for a click on a message that shows it.
     *
     * @param request as the button says, unchecked
     * @param shown the end that the message spoke of; empty if it said that there is none
     */
    Answer endNow(Asker asker, String request, Optional<Instant> shown);

    /**
     * Serves a click on a button about a request.
     *
     * @param request as the button says, unchecked
     * @return what the wish says, or why not
     */
    Answer wish(Asker asker, String request, Wish wish);

    /**
     * Serves a click that asks for the field of a sooner end: judges whether the person may shorten it, which is judged again
     * once it is filled in.
     *
     * @param revision the card's revision that the person was shown
     */
    Answer soonerEnd(Asker asker, String request, int revision);

    /**
     * Shortens the end that a request asks for.
     *
     * @param request as the card's button said, unchecked
     * @param revision the card's revision that the person was shown
     * @param end as typed, unchecked: {@code for 7d}
     */
    Answer shorten(Asker asker, String request, int revision, String end);

    /**
     * Looks at an end before it is taken from its field; asks nobody, so that it can be told at the field.
     *
     * @param end as typed, unchecked: {@code for 7d}
     * @param latest what it has to be sooner than
     * @return what is wrong with it; empty if nothing that can be said at once
     */
    Optional<Problem> wrongEnd(String end, Optional<Instant> latest);

    /**
     * Looks at what was filled in to ask for access, before it is taken from its form; asks nobody, so that it can be told at
     * the fields.
     *
     * @return what is wrong with which field; nothing if nothing that can be said at once
     */
    Map<Draft.Field, Problem> wrongAsk(Draft draft);

    /**
     * Tells what would come of an ask while it is being filled in, and records nothing.
     *
     * @throws RuntimeException if that can't be worked out
     */
    Preview preview(Asker asker, Draft draft);

    /**
     * Asks for something, and takes back what the person asked for before in its place; that stays where the new ask isn't made.
     *
     * @param waiting the request to take back, unchecked
     * @param line what is asked for, as if it had been typed
     */
    Answer replace(Asker asker, String waiting, String line);

    /** Tells somebody how things are for them: a {@link dev.ecrbot.desk.answer.HomePage}, or why not. */
    Answer home(Asker asker);

    /**
     * Finds repositories that somebody may mean, for a field that offers them; from the index alone, within two seconds.
     *
     * @param typed what they have typed so far, unchecked
     * @return none where they may not look
     */
    List<RepositoryRef> repositories(Asker asker, String typed, int most);

    /** Finds whom somebody can mean, for a field that offers them: those that they asked for last come first; none if that can't be told. */
    List<Whom> whom(Asker asker);

    /** Takes what somebody wrote about a request in a field of its own; {@code request} and {@code text} are unchecked. */
    Answer written(Asker asker, String request, Writing writing, String text);

    /** What people write about a request. */
    enum Writing {
        /** Why they denied it, once they have. */
        REASON,
        /** What they have to say while it waits. */
        COMMENT
    }
}
