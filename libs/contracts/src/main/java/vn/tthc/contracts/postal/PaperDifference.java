package vn.tthc.contracts.postal;

/**
 * What was found otherwise than it was listed.
 *
 * @param name what it is
 * @param form original or copy
 * @param listed how many were listed
 * @param found how many were found
 */
public record PaperDifference(String name, Paper.Form form, int listed, int found) {}
