package vn.tthc.intake.reception;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;

/** Which term holds for a dossier. */
final class Terms {
    private Terms() {}

    /**
     * The procedure's term for the channel, longer where the competent agency's area is mountainous or an island (as the
     * land procedures have it: Nghị định 151/2025/NĐ-CP).
     *
     * @return null when the procedure has no due date
     */
    static @Nullable Term of(Procedure procedure, Channel channel, String area) {
        Term usual = procedure.term();
        if (usual == null) {
            return null;
        }
        Term term = procedure.termByChannel().getOrDefault(channel, usual);
        int uplift = procedure.areaUplift().getOrDefault(area, 0);
        return new Term(term.amount() + uplift, term.unit());
    }
}
