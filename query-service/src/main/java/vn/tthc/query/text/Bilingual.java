package vn.tthc.query.text;

import vn.tthc.contracts.AgencyRef;

/**
 * A text in both languages.
 *
 * @param vi Vietnamese
 * @param en English
 */
public record Bilingual(String vi, String en) {

    public static Bilingual of(String vi, String en) {
        return new Bilingual(vi, en);
    }

    /** Both names of an agency. */
    public static Bilingual of(AgencyRef agency) {
        return new Bilingual(agency.name(), agency.nameEn());
    }

    /** One text after the other. */
    public Bilingual plus(Bilingual more) {
        return new Bilingual(vi + more.vi, en + more.en);
    }
}
