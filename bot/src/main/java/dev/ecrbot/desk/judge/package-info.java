/** Who may do what, judged at this moment by the rule that matches now; the port to the people. */
@NullMarked
package dev.ecrbot.desk.judge;

import org.jspecify.annotations.NullMarked;
