package vn.tthc.postal.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.Paper;
import vn.tthc.contracts.postal.PaperDifference;
import vn.tthc.contracts.postal.PostalEvent;

/**
 * A dossier on its way from the citizen to the one-stop (Thông tư 17/2017/TT-BTTTT, Điều 5): listed and signed by both,
 * sealed, carried, compared with the list, and handed over by a record that both sign.
 */
final class Inbound {
    private Inbound() {}

    /** The item, what is in it, and that the post has it. */
    static Decision<PostalEvent> take(ItemCommand.TakeDossier command) {
        PostalEvent.Opened opened = Item.opened(command.open());
        return Decision.accept(
                opened,
                new PostalEvent.DossierTaken(
                        command.at(),
                        opened.dossierId(),
                        command.filing(),
                        command.papers(),
                        command.seal(),
                        command.fee(),
                        command.citizen()),
                new PostalEvent.Scanned(command.scan().occurredAt(), opened.dossierId(), command.scan()));
    }

    /** What the one-stop found, once; with it the item is delivered, if nobody has told so yet. */
    static Decision<PostalEvent> check(ItemState.Open item, ItemCommand.CheckDossier command) {
        PostalEvent.DossierTaken taken = item.told().taken();
        if (taken == null) {
            return Decision.refuse(ItemProblem.NOT_INBOUND);
        }
        if (item.told().checked() != null) {
            return Decision.refuse(ItemProblem.ALREADY_CHECKED);
        }
        Phase phase = item.timeline().phase();
        if (phase == Phase.RETURNING || phase == Phase.RETURNED) {
            return Decision.refuse(ItemProblem.ON_ITS_WAY_BACK);
        }
        List<PostalEvent> events = new ArrayList<>();
        events.add(new PostalEvent.DossierChecked(
                command.at(),
                taken.dossierId(),
                command.filing(),
                command.oneStop(),
                command.sealIntact(),
                command.papers(),
                differences(taken.papers(), command.papers()),
                command.carrier()));
        if (phase != Phase.DELIVERED
                && ScanRecording.decide(item, new ItemCommand.RecordScan(command.at(), command.scan()))
                        instanceof Decision.Accepted<PostalEvent> delivered) {
            events.addAll(delivered.events());
        }
        return Decision.accept(events);
    }

    /** That it could not be filed, once; whoever compared it with its list is told why. */
    static Decision<PostalEvent> refused(ItemState.Open item, ItemCommand.RecordFilingRefused command) {
        if (item.told().checked() == null) {
            return Decision.refuse(ItemProblem.NOT_INBOUND);
        }
        return item.told().refused() != null
                ? Decision.accept()
                : Decision.accept(new PostalEvent.FilingRefused(
                        command.at(), item.item().dossierId(), command.code(), command.reason(), command.reasonEn()));
    }

    private record Line(String name, Paper.Form form) {
        static Line of(Paper paper) {
            return new Line(paper.name(), paper.form());
        }
    }

    /** Missing, more, or nobody's: whatever is not there as often as it was listed, in the order of the list. */
    static List<PaperDifference> differences(List<Paper> listed, List<Paper> found) {
        Map<Line, int[]> counts = new LinkedHashMap<>();
        listed.forEach(paper -> counts.computeIfAbsent(Line.of(paper), line -> new int[2])[0] += paper.count());
        found.forEach(paper -> counts.computeIfAbsent(Line.of(paper), line -> new int[2])[1] += paper.count());
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue()[0] != entry.getValue()[1])
                .map(entry -> new PaperDifference(
                        entry.getKey().name(), entry.getKey().form(), entry.getValue()[0], entry.getValue()[1]))
                .toList();
    }
}
