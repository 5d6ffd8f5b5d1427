package vn.tthc.query.dossierview;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.platform.access.Subject;

/** The agencies a dossier concerns: where it is received, who decides, every step of its flow, who has it. */
public final class Concerned {
    private Concerned() {}

    /** Whom access to the dossier is asked for; while nobody knows whose it is, only those who are bound to no agency. */
    public static Subject by(DossierView view) {
        Set<String> agencies = new TreeSet<>();
        Filing filing = view.dossier().filing();
        if (filing != null) {
            add(agencies, filing.support());
            add(agencies, filing.receiving());
            add(agencies, filing.competent());
        }
        view.work().steps().forEach(step -> add(agencies, step.agency()));
        CaseFold.Custody custody = view.work().custody();
        if (custody != null) {
            add(agencies, custody.holder());
            add(agencies, custody.to());
        }
        if (view.work().lastRecorded() != null) {
            add(agencies, view.work().lastRecorded().agency());
        }
        boolean unknown = agencies.isEmpty() && !view.positions().isEmpty();
        return new Subject(agencies, null, unknown);
    }

    private static void add(Set<String> agencies, @Nullable AgencyRef agency) {
        if (agency != null) {
            agencies.add(agency.id());
        }
    }
}
