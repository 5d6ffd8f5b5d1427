package vn.tthc.contracts.dossier;

/**
 * What a decision rests on, for people.
 *
 * @param vi in Vietnamese
 * @param en in English
 */
public record LegalGround(String vi, String en) {}
