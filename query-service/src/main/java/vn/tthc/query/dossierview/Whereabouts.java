package vn.tthc.query.dossierview;

import static vn.tthc.query.dossierview.Shown.Holder.Kind.AGENCY;
import static vn.tthc.query.dossierview.Shown.Holder.Kind.APPLICANT;
import static vn.tthc.query.dossierview.Shown.Holder.Kind.POST;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.law.OfficialStatus;
import vn.tthc.query.text.Bilingual;

/**
 * Who has the dossier now. A hand-over has two signatures, giving (giao) and taking (nhận): until the second, the giver
 * has it and it is in transit (Thông tư 03/2025/TT-VPCP, phiếu kiểm soát quá trình giải quyết hồ sơ).
 *
 * @param holder who has it, null when nobody has told yet
 * @param inTransit to whom it is on its way
 */
record Whereabouts(Shown.@Nullable Holder holder, Shown.@Nullable Transit inTransit) {
    private static final Whereabouts UNKNOWN = new Whereabouts(null, null);
    private static final Bilingual THE_POST = Bilingual.of("Bưu điện", "The post");
    private static final Bilingual THE_APPLICANT = Bilingual.of("Người nộp hồ sơ", "The applicant");

    static Whereabouts of(DossierFold dossier, CaseFold work, SortedMap<String, ItemFold> items) {
        if (dossier.status() == OfficialStatus.RETURNED) {
            return applicant(dossier.returnedAt());
        }
        if (dossier.refused() != null && dossier.status() == OfficialStatus.NOT_RECEIVED) {
            return applicant(dossier.refused().at());
        }
        Whereabouts posted = posted(items);
        if (posted != null) {
            return posted;
        }
        if (dossier.result() != null) {
            return at(dossier.result().oneStop(), dossier.result().at());
        }
        AgencyRef oneStop = oneStop(dossier);
        CaseFold.Custody custody = work.custody();
        if (custody != null) {
            return inCustody(custody, oneStop, work.finishedAt());
        }
        if (work.lastRecorded() != null && work.finishedAt() == null && dossier.ended() == null) {
            return recorded(work.lastRecorded(), oneStop);
        }
        return oneStop == null ? UNKNOWN : atOneStop(dossier, oneStop);
    }

    private static @Nullable AgencyRef oneStop(DossierFold dossier) {
        if (dossier.reception() != null) {
            return dossier.reception().oneStop();
        }
        return dossier.filing() == null ? null : dossier.filing().receiving();
    }

    /** Where the paper result is, once the post has something to do with it; null when it has not. */
    private static @Nullable Whereabouts posted(SortedMap<String, ItemFold> items) {
        List<ItemFold> results = items.values().stream()
                .filter(item -> item.opened() != null && item.opened().purpose() == PostalEvent.Purpose.RESULT)
                .filter(item -> !item.cancelled() || item.deliveredAt() != null)
                .toList();
        // Of several items the one that is behind says where the result is.
        ItemFold last = results.stream()
                .min(Comparator.comparingInt(Whereabouts::progress))
                .orElse(null);
        if (last == null || last.opened() == null) {
            return null;
        }
        Instant since = last.since();
        return switch (last.state()) {
            case null -> {
                Whereabouts from = at(last.opened().from(), last.opened().at());
                yield new Whereabouts(
                        from.holder, transit(null, THE_POST, last.opened().at()));
            }
            case DELIVERED -> applicant(since);
            case RETURNED -> at(last.opened().from(), since);
            case ACCEPTED, IN_TRANSIT, AT_DELIVERY_OFFICE, ATTEMPT_FAILED, INVITED, RETURNING ->
                new Whereabouts(new Shown.Holder(POST, null, null, THE_POST.vi(), THE_POST.en(), since), null);
        };
    }

    private static int progress(ItemFold item) {
        PostalEvent.ScanKind state = item.state();
        if (state == null) {
            return 0;
        }
        return state == PostalEvent.ScanKind.DELIVERED ? 2 : 1;
    }

    private static Whereabouts inCustody(
            CaseFold.Custody custody, @Nullable AgencyRef oneStop, @Nullable Instant finishedAt) {
        AgencyRef holder = custody.holder() != null ? custody.holder() : oneStop;
        Shown.Holder has = holder == null ? null : at(holder, custody.since()).holder();
        if (finishedAt != null) {
            boolean there = holder != null && oneStop != null && holder.id().equals(oneStop.id());
            return new Whereabouts(
                    has, oneStop == null || there ? null : transit(oneStop.id(), Bilingual.of(oneStop), finishedAt));
        }
        if (custody.to() == null || custody.givenAt() == null) {
            return new Whereabouts(has, null);
        }
        return new Whereabouts(has, transit(custody.to().id(), Bilingual.of(custody.to()), custody.givenAt()));
    }

    private static Whereabouts recorded(CaseFold.Recorded step, @Nullable AgencyRef oneStop) {
        if (step.agency() != null) {
            return at(step.agency(), step.at());
        }
        if (step.agencyLabel() != null) {
            return new Whereabouts(
                    new Shown.Holder(AGENCY, null, null, step.agencyLabel(), step.agencyLabel(), step.at()), null);
        }
        return oneStop == null ? UNKNOWN : at(oneStop, step.at());
    }

    private static Whereabouts atOneStop(DossierFold dossier, AgencyRef oneStop) {
        Instant since = since(dossier);
        Whereabouts here = at(oneStop, since);
        DossierFold.HandOver given = dossier.handOver();
        if (given == null || given.to() == null || dossier.ended() != null) {
            return here;
        }
        return new Whereabouts(here.holder, transit(given.to().id(), Bilingual.of(given.to()), given.at()));
    }

    private static @Nullable Instant since(DossierFold dossier) {
        if (dossier.ended() != null) {
            return dossier.ended().at();
        }
        if (dossier.reception() != null) {
            return dossier.reception().at();
        }
        return dossier.filing() == null ? null : dossier.filing().at();
    }

    private static Whereabouts at(AgencyRef agency, @Nullable Instant since) {
        return new Whereabouts(
                new Shown.Holder(AGENCY, agency.id(), agency.level(), agency.name(), agency.nameEn(), since), null);
    }

    private static Whereabouts applicant(@Nullable Instant since) {
        return new Whereabouts(
                new Shown.Holder(APPLICANT, null, null, THE_APPLICANT.vi(), THE_APPLICANT.en(), since), null);
    }

    private static Shown.Transit transit(@Nullable String to, Bilingual name, Instant since) {
        return new Shown.Transit(to, name.vi(), name.en(), since);
    }
}
