package dev.ecrbot.command;

/** What a machine may send: whatever isn't listed here, it can't. */
public enum MachineUse {
    /** Asks for something that people then decide on, or takes such an ask back. */
    ASK,
    /** Looks something up that every member of the workspace could. */
    QUESTION,
    /** Looks at requests, of which each machine sees its own. */
    RECORD,
    /** For people only. */
    NONE;

    private static final Use USE = new Use();

    /** Returns what the command is to a machine. */
    public static MachineUse of(Command command) {
        return command.visit(USE);
    }

    private static final class Use implements CommandVisitor<MachineUse> {
        private static final OfInquiry INQUIRIES = new OfInquiry();

        @Override
        public MachineUse grant(Command.Grant grant) {
            return switch (grant.manner()) {
                case IF_LACKING, OWN -> ASK;
                case INSTEAD, BREAK_GLASS -> NONE;
            };
        }

        // Each ask has a key of its own.
        @Override
        public MachineUse several(Several several) {
            return NONE;
        }

        @Override
        public MachineUse revoke(Command.Revoke revoke) {
            return ASK;
        }

        @Override
        public MachineUse extend(Command.Extend extend) {
            return ASK;
        }

        @Override
        public MachineUse cancel(Command.Cancel cancel) {
            return ASK;
        }

        // Both take effect without anybody's approval.
        @Override
        public MachineUse end(Command.End end) {
            return NONE;
        }

        @Override
        public MachineUse undo(Command.Undo undo) {
            return NONE;
        }

        // Its answer is buttons.
        @Override
        public MachineUse which(Which which) {
            return NONE;
        }

        @Override
        public MachineUse status(Command.Status status) {
            return QUESTION;
        }

        @Override
        public MachineUse requests(Command.Requests requests) {
            return requests.scope() == WhoseRequests.MINE ? RECORD : NONE;
        }

        @Override
        public MachineUse login(Login login) {
            return QUESTION;
        }

        @Override
        public MachineUse inquire(Command.Inquire inquire) {
            return inquire.inquiry().visit(INQUIRIES);
        }

        @Override
        public MachineUse doctor(Doctor doctor) {
            return NONE;
        }

        @Override
        public MachineUse help(Command.Help help) {
            return NONE;
        }
    }

    private static final class OfInquiry implements Inquiry.Visitor<MachineUse> {
        @Override
        public MachineUse explain(Inquiry.Explain explain) {
            return QUESTION;
        }

        @Override
        public MachineUse who(Inquiry.Who who) {
            return QUESTION;
        }

        @Override
        public MachineUse can(Inquiry.Can can) {
            return QUESTION;
        }

        @Override
        public MachineUse show(Inquiry.Show show) {
            return RECORD;
        }

        // Tells what people wrote to each other.
        @Override
        public MachineUse history(Inquiry.History history) {
            return NONE;
        }

        @Override
        public MachineUse whoAmI(Inquiry.WhoAmI whoAmI) {
            return NONE;
        }

        @Override
        public MachineUse rules(Inquiry.Rules rules) {
            return NONE;
        }

        @Override
        public MachineUse access(FleetInquiry.Access access) {
            return QUESTION;
        }

        // What a person asked for is no machine's business.
        @Override
        public MachineUse person(FleetInquiry.OfPerson person) {
            return NONE;
        }

        @Override
        public MachineUse audit(FleetInquiry.Audit audit) {
            return QUESTION;
        }

        @Override
        public MachineUse drift(FleetInquiry.Drift drift) {
            return QUESTION;
        }

        @Override
        public MachineUse export(FleetInquiry.Export export) {
            return QUESTION;
        }

        @Override
        public MachineUse asFile(FleetInquiry.AsFile file) {
            return QUESTION;
        }

        @Override
        public MachineUse fresh(FleetInquiry.Fresh fresh) {
            return fresh.of().visit(this);
        }
    }
}
