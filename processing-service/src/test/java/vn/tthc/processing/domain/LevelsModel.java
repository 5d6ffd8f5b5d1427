package vn.tthc.processing.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.ResultKind;

/** A case as a person would keep it on paper: where it is, who has it, what was done. Naive on purpose. */
final class LevelsModel {
    final List<FlowStep> flow;
    int at;
    boolean done;
    boolean held;
    boolean atOneStop;
    boolean over;
    String result = "OPEN";

    @Nullable
    String officer;

    private @Nullable String number;
    private @Nullable ResultKind draft;
    private final Set<String> finishedSteps = new HashSet<>();

    /** The step that asked the one opinion there is, until it is answered. */
    private @Nullable String waiting;

    private boolean everAsked;
    private @Nullable Given given;

    /** What the giver goes back to when nobody takes the papers. */
    private record Given(
            int at, Set<String> finishedSteps, @Nullable String officer, String result) {}

    LevelsModel(List<FlowStep> flow) {
        this.flow = new ArrayList<>(flow);
    }

    FlowStep step() {
        return flow.get(at);
    }

    private boolean has(String agency) {
        return held && !over && step().agency().id().equals(agency);
    }

    private boolean mine(String by) {
        return officer == null || officer.equals(by);
    }

    boolean accept(String agency) {
        if (held || over || !step().agency().id().equals(agency)) {
            return false;
        }
        held = true;
        officer = null;
        given = null;
        return true;
    }

    boolean decline(String agency) {
        if (held || over || !step().agency().id().equals(agency)) {
            return false;
        }
        if (given == null) {
            atOneStop = true;
            return true;
        }
        if (!given.result().equals(result)) {
            return false;
        }
        at = given.at();
        finishedSteps.clear();
        finishedSteps.addAll(given.finishedSteps());
        done = finishedSteps.contains(step().id());
        officer = given.officer();
        held = true;
        given = null;
        return true;
    }

    boolean complete(String agency, String by, String step) {
        if (!has(agency) || !step().id().equals(step)) {
            return false;
        }
        if (done) {
            return true;
        }
        boolean byItsOwnAct = step().kind() == Kind.SIGN || step().kind() == Kind.ISSUE;
        if (byItsOwnAct || !mine(by) || step().id().equals(waiting)) {
            return false;
        }
        finish();
        return true;
    }

    private void finish() {
        done = true;
        finishedSteps.add(step().id());
    }

    boolean forward(String agency, String to) {
        int target = index(to);
        if (!has(agency) || !done || target <= at) {
            return false;
        }
        for (int i = at + 1; i <= target; i++) {
            FlowStep passed = flow.get(i);
            boolean otherWay = passed.when() != null && passed.when() != draft;
            if (passed.when() != null && draft == null) {
                return false;
            }
            if (i == target ? otherWay : !otherWay && !passed.optional()) {
                return false;
            }
        }
        go(target);
        return true;
    }

    boolean sendBack(String agency, String to) {
        int target = index(to);
        if (!has(agency)
                || !result.equals("OPEN")
                || target >= at
                || !step().mayReturnTo().contains(to)) {
            return false;
        }
        go(target);
        return true;
    }

    private void go(int target) {
        boolean sameAgency =
                flow.get(target).agency().id().equals(step().agency().id());
        given = sameAgency ? null : new Given(at, new HashSet<>(finishedSteps), officer, result);
        at = target;
        done = false;
        held = sameAgency;
        officer = null;
        for (int i = target; i < flow.size(); i++) {
            finishedSteps.remove(flow.get(i).id());
        }
    }

    boolean claim(String agency, String by) {
        if (!has(agency) || !mine(by)) {
            return false;
        }
        officer = by;
        return true;
    }

    boolean release(String agency, String by) {
        if (!has(agency) || !mine(by)) {
            return false;
        }
        officer = null;
        return true;
    }

    boolean draft(String agency, String by, ResultKind kind) {
        if (!has(agency) || !mine(by) || !result.equals("OPEN")) {
            return false;
        }
        if (draft != null && draft != kind && flow.subList(0, at + 1).stream().anyMatch(step -> step.when() != null)) {
            return false;
        }
        draft = kind;
        return true;
    }

    boolean sign(String agency, String by) {
        boolean ways = flow.stream().anyMatch(step -> step.when() != null);
        if (!has(agency)
                || !mine(by)
                || step().kind() != Kind.SIGN
                || !result.equals("OPEN")
                || (ways && draft == null)) {
            return false;
        }
        result = "SIGNED";
        finish();
        return true;
    }

    boolean number(String agency, String by) {
        if (!has(agency) || !mine(by) || step().kind() != Kind.NUMBER || result.equals("OPEN")) {
            return false;
        }
        if (number == null) {
            number = "1";
            finish();
        }
        return true;
    }

    boolean issue(String agency, String by) {
        if (!has(agency) || !mine(by) || step().kind() != Kind.ISSUE || !result.equals("SIGNED")) {
            return false;
        }
        result = "ISSUED";
        number = "1";
        finish();
        return true;
    }

    boolean correct(String agency, String to) {
        int target = index(to);
        FlowStep sign = flow.stream()
                .filter(step -> step.kind() == Kind.SIGN)
                .findFirst()
                .orElseThrow();
        boolean allowed = sign.id().equals(to) || sign.mayReturnTo().contains(to);
        if (!has(agency) || result.equals("OPEN") || target > at || !allowed) {
            return false;
        }
        go(target);
        result = "OPEN";
        number = null;
        return true;
    }

    boolean ask(String agency) {
        if (everAsked) {
            return true;
        }
        if (!has(agency) || !result.equals("OPEN")) {
            return false;
        }
        everAsked = true;
        waiting = step().id();
        return true;
    }

    boolean answer() {
        if (waiting == null || over) {
            return false;
        }
        waiting = null;
        return true;
    }

    boolean finish(String agency) {
        if (!has(agency) || !result.equals("ISSUED")) {
            return false;
        }
        over = true;
        return true;
    }

    private int index(String id) {
        for (int i = 0; i < flow.size(); i++) {
            if (flow.get(i).id().equals(id)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }
}
