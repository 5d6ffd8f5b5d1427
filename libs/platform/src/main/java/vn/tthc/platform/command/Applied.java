package vn.tthc.platform.command;

/**
 * What an aggregate answers when it accepted a command.
 *
 * @param events how many events follow from it
 * @param versionBefore the stream's version before them
 */
public record Applied(int events, long versionBefore) {}
