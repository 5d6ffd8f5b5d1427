package vn.tthc.query.timeline;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.query.text.Bilingual;

/**
 * What an event means to people.
 *
 * @param text what happened
 * @param agency where, when at an agency
 */
public record Words(Bilingual text, @Nullable Bilingual agency) {

    static Words of(String vi, String en) {
        return new Words(Bilingual.of(vi, en), null);
    }

    Words at(@Nullable AgencyRef agency) {
        return new Words(text, agency == null ? null : Bilingual.of(agency));
    }
}
