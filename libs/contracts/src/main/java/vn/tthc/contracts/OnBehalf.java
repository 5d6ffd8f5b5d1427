package vn.tthc.contracts;

/**
 * In whose place somebody acts.
 *
 * @param delegation id of the delegation
 * @param account who delegated
 */
public record OnBehalf(String delegation, String account) {}
