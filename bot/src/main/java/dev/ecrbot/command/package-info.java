/** Pure: what people type becomes a command, or a problem that says where and what would be right. */
@NullMarked
package dev.ecrbot.command;

import org.jspecify.annotations.NullMarked;
