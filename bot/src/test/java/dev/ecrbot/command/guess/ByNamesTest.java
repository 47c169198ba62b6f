package dev.ecrbot.command.guess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.Which;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people extend, end, undo, take back or shorten by what it is about: always a choice, and never a change. */
final class ByNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "extend sales ci-deployer on payments/api for 7d | extend which \"sales\" \"ci-deployer\" \"payments/api\" for 7d",
                "extend payments/api for sales until 31.12.2026 | extend which \"payments/api\" \"sales\" until 2027-01-01T00:00:00Z",
                "renew pull payments/api sales | extend which \"pull\" \"payments/api\" \"sales\"",
                "extend ci-deployer by 1 month | extend which \"ci-deployer\" more for 30d",
                "can you extend the access of sales to payments/api another week | extend which \"sales\" \"payments/api\" more for 7d",
                "pls extend payments/api 2 more weeks because the audit is late | extend which \"payments/api\" more for 14d because the audit is late",
                "extned sales | extend which \"sales\"",
                "extend | extend which",
                "end ci-deployer’s access to payments/api | end which \"ci-deployer\" \"payments/api\"",
                "please end the access of sales | end which \"sales\"",
                "undo payments/api | undo which \"payments/api\"",
                "undo | undo which",
                "never mind, cancel my request | cancel which",
                "cancel my request for payments/api | cancel which \"payments/api\"",
                "shorten payments/api sales to 3d | shorten which \"payments/api\" \"sales\" for 3d",
                "extend req-7k2m9xqa 30d | extend which \"req-7k2m9xqa\" for 30d",
                "please cancel req-7k2m9xqa | cancel which \"req-7k2m9xqa\"",
            })
    void isReadAsAChoice(String typed, String line) {
        Office.Read read = Office.read(typed);

        assertThat(read.how()).as(read.problem()).isEqualTo("exact");
        assertThat(read.command()).isInstanceOf(Which.class);
        assertThat(read.command().text()).isEqualTo(line);
        assertThat(Office.command(new Line(line).sent())).isEqualTo(read.command());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extend req-7k2m9xqa for 7d",
                "end req-7k2m9xqa",
                "undo req-7k2m9xqa because it was wrong",
                "cancel req-7k2m9xqa",
                "cancel 7k2m9xqa"
            })
    void anIdIsTakenAtItsWord(String typed) {
        assertThat(Office.read(typed).command()).isInstanceOf(Command.OfRequest.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "extend req-7k2m9xqa for 7 | no unit",
                "extend req-7k2m9xqa until 2020-01-01 | in the past",
                "undo req-7k2m9xqa for 7d | no end of its own",
                "undo req-7k2m9xqa wrong role | put “because” before it",
            })
    void whatIsWrongWithALineThatNamesARequestIsSaid(String typed, String says) {
        assertThat(Office.read(typed).how()).isEqualTo("unread");
        assertThat(Office.read(typed).problem()).contains(says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "don't extend sales on payments/api",
                "extend sales, but not on payments/api",
                "end users pull payments/api not"
            })
    void whatMayMeanTheOppositeIsNoChoice(String typed) {
        assertThat(Office.read(typed).command()).isNotInstanceOf(Which.class);
    }
}
