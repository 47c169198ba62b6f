package dev.ecrbot.slack.web;

import com.slack.api.methods.response.blocks.BlocksValidateResponse;
import com.slack.api.model.block.LayoutBlock;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Rendered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Asks Slack whether it would take one message of each kind, and posts none. What a workspace takes changes without notice.
 *
 * @see <a href="https://docs.slack.dev/reference/methods">Slack: blocks.validate</a>
 */
final class MessageCheckup {
    private static final String CHECK = "slack.messages";
    private static final int MOST_BLOCKS = 50;
    private static final int MOST_WRONG = 5;

    private final Web web;
    private final Writing writing;

    MessageCheckup(Web web, DisplayNames names) {
        this.web = web;
        this.writing = new Writing(names, card -> Optional.empty());
    }

    List<Examined> look() {
        var looked = new Looked();
        List<Sample> left = Specimens.all().stream()
                .map(message -> new Sample(name(message), message.visit(writing)))
                .toList();
        int all = left.size();
        while (!left.isEmpty() && looked.goesOn()) {
            List<Sample> some = together(left);
            left = left.subList(some.size(), left.size());
            Asked asked = asked(some.stream()
                    .flatMap(sample -> sample.message.blocks().stream())
                    .toList());
            if (asked.refused().isPresent()) {
                some.forEach(looked::alone);
            }
            looked.unheard = asked.unheard().or(() -> looked.unheard);
        }
        return looked.found(all);
    }

    /** What one kind of message is written as. */
    private record Sample(String name, Rendered message) {}

    /** Returns as many of the first as one message could hold, at least one: Slack lets nobody ask without end. */
    private static List<Sample> together(List<Sample> all) {
        var ids = new HashSet<String>();
        int blocks = 0;
        int many = 0;
        for (Sample each : all) {
            blocks += each.message.blocks().size();
            List<String> named = each.message.blocks().stream()
                    .flatMap(block -> Optional.ofNullable(block.getBlockId()).stream())
                    .toList();
            boolean fits = blocks <= MOST_BLOCKS && named.stream().allMatch(ids::add);
            if (!fits && many > 0) {
                return all.subList(0, many);
            }
            many++;
        }
        return all;
    }

    /** What was found so far. */
    private final class Looked {
        private final List<Examined> wrong = new ArrayList<>();
        private final TreeSet<String> plain = new TreeSet<>();
        private Optional<String> unheard = Optional.empty();

        boolean goesOn() {
            return unheard.isEmpty() && wrong.size() < MOST_WRONG;
        }

        void alone(Sample sample) {
            Optional<String> why = goesOn() ? asked(sample.message.blocks()).refused() : Optional.empty();
            if (why.isPresent()
                    && sample.message.isNewer()
                    && asked(sample.message.plain().blocks()).isTaken()) {
                plain.add(sample.name);
            } else {
                why.ifPresent(reason -> wrong.add(wrong(sample.name, reason)));
            }
        }

        List<Examined> found(int all) {
            if (!wrong.isEmpty()) {
                return wrong;
            }
            return List.of(unheard.map(why -> MessageCheckup.unheard(why, all))
                    .orElseGet(() -> Examined.fine(
                            CHECK, CheckupWords.messages(all), CheckupWords.messagesTaken(String.join(", ", plain)))));
        }
    }

    /**
     * What Slack says of a message; nothing where it would take it.
     *
     * @param refused what it doesn't take
     * @param unheard why it isn't known
     */
    private record Asked(Optional<String> refused, Optional<String> unheard) {
        boolean isTaken() {
            return refused.isEmpty() && unheard.isEmpty();
        }
    }

    private Asked asked(List<LayoutBlock> blocks) {
        return web.validate(blocks).visit(new Reply.Visitor<BlocksValidateResponse, Asked>() {
            @Override
            public Asked done(Reply.Done<BlocksValidateResponse> done) {
                return new Asked(errors(done.answer()), Optional.empty());
            }

            @Override
            public Asked refused(Reply.Refused<BlocksValidateResponse> refused) {
                return refused.error().matches("invalid_blocks.*|msg_.*")
                        ? new Asked(Optional.of(refused.error()), Optional.empty())
                        : new Asked(Optional.empty(), Optional.of(refused.error()));
            }

            @Override
            public Asked unsure(Reply.Unsure<BlocksValidateResponse> unsure) {
                return new Asked(Optional.empty(), Optional.of(unsure.why()));
            }
        });
    }

    private static Optional<String> errors(BlocksValidateResponse answer) {
        return Optional.ofNullable(answer.getErrors())
                .filter(all -> !all.isEmpty())
                .map(all -> all.stream()
                        .limit(3)
                        .map(error -> error.getPointer() + " " + error.getCode())
                        .collect(Collectors.joining("; ")));
    }

    private static Examined wrong(String name, String why) {
        return Examined.wrong(CHECK, name, CheckupWords.messageRefused(why), CheckupWords.update());
    }

    private static Examined unheard(String why, int all) {
        return Examined.unchecked(
                CHECK,
                CheckupWords.messages(all),
                CheckupWords.messagesUntold(why),
                why.equals("unknown_method") ? CheckupWords.sendOne() : CheckupWords.runAgain());
    }

    private static String name(Message message) {
        return message instanceof Message.Private told
                ? told.note().getClass().getSimpleName()
                : message.getClass().getSimpleName();
    }
}
