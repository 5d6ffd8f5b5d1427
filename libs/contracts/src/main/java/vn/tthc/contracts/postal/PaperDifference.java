package vn.tthc.contracts.postal;

/**
 * What was found otherwise than it was listed.
 *
 * @param name kind of paper, from the list of the post
 * @param form original or copy
 * @param listed how many were listed
 * @param found how many were found
 */
public record PaperDifference(String name, Paper.Form form, int listed, int found) {}
