package dev.ecrbot.desk.answer;

import dev.ecrbot.rules.PersonId;
import java.util.List;

/** What somebody asked for, newest first, and what became of each; one page of it. */
public record PersonsAccess(PersonId whom, List<Chronicle.Chapter> chapters, Paging paging) implements Finding {
    public PersonsAccess {
        chapters = List.copyOf(chapters);
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.personsAccess(this);
    }
}
