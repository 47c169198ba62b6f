package dev.ecrbot.desk;

/** What the bot does of itself again and again, done once. */
final class Sweep {
    private Sweep() {}

    static void once(Staff staff) {
        staff.sweeper().resume();
        staff.sweeper().chores().forEach(chore -> chore.work().run());
    }
}
