package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandVisitor;
import dev.ecrbot.command.Doctor;
import dev.ecrbot.command.Login;
import dev.ecrbot.command.Several;
import dev.ecrbot.command.Which;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.answer.Inquiries;
import dev.ecrbot.desk.checkup.Consulting;

/** Who deals with which kind of command. */
record CommandHandlers(
        Services services, Lookups lookups, Inquiries inquiries, Choosing choosing, Consulting consulting) {

    Answer serve(Asker asker, Command command) {
        return command.visit(new Handling(asker));
    }

    /** Answers what was promised; {@link Answer.Unheard} while it can't be. */
    Answer kept(Asker asker, Finding.Promised promised) {
        return inquiries
                .kept(asker.person(), promised)
                .<Answer>map(Answer.Found::new)
                .orElseGet(Answer.Unheard::new);
    }

    private final class Handling implements CommandVisitor<Answer> {
        private final Asker asker;

        Handling(Asker asker) {
            this.asker = asker;
        }

        @Override
        public Answer grant(Command.Grant grant) {
            return services.grant(asker, grant);
        }

        @Override
        public Answer several(Several several) {
            return services.several(asker, several);
        }

        @Override
        public Answer revoke(Command.Revoke revoke) {
            return services.asks().asking().revoke(asker, revoke);
        }

        @Override
        public Answer status(Command.Status status) {
            return lookups.status(asker, status);
        }

        @Override
        public Answer requests(Command.Requests requests) {
            return lookups.requests(asker, requests);
        }

        @Override
        public Answer cancel(Command.Cancel cancel) {
            return services.decisions().together().cancel(asker, cancel.request());
        }

        @Override
        public Answer extend(Command.Extend extend) {
            return services.grants().extending().extend(asker, extend);
        }

        @Override
        public Answer end(Command.End end) {
            return services.grants().earlyEnding().end(asker, end);
        }

        @Override
        public Answer undo(Command.Undo undo) {
            return services.grants().reverting().undo(asker, undo);
        }

        @Override
        public Answer which(Which which) {
            return new Answer.Found(choosing.of(asker.person(), which));
        }

        @Override
        public Answer login(Login login) {
            return lookups.login(asker, login);
        }

        @Override
        public Answer inquire(Command.Inquire inquire) {
            return new Answer.Found(inquiries.answer(asker.person(), inquire.inquiry()));
        }

        @Override
        public Answer doctor(Doctor doctor) {
            return consulting
                    .ask(asker.person(), asker.from())
                    .<Answer>map(checkup -> new Answer.Found(new Finding.CheckedUp(checkup)))
                    .orElseGet(Answer.Unheard::new);
        }

        @Override
        public Answer help(Command.Help help) {
            return lookups.help(help);
        }
    }
}
