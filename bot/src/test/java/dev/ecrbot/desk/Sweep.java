package dev.ecrbot.desk;

/** What the bot does of itself again and again, done once. */
public final class Sweep {
    private Sweep() {}

    public static void once(DeskAssembly staff) {
        staff.due().sweeper().resume();
        staff.due().sweeper().chores().forEach(chore -> chore.work().run());
    }
}
