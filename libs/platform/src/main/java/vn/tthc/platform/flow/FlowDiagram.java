package vn.tthc.platform.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.Role;

/**
 * A flow as a Mermaid flowchart: arrows onwards, dotted ones past optional steps and for the ways of a decision, dashed
 * ones back. Texts are quoted and their quotation marks taken away, so that no name can break the picture.
 */
public final class FlowDiagram {
    private final List<Node> nodes;
    private final StringBuilder text = new StringBuilder("flowchart TD\n");

    private FlowDiagram(List<Node> nodes) {
        this.nodes = nodes;
    }

    /**
     * A step as it is drawn.
     *
     * @param id unique in the flow
     * @param name what it is called
     * @param place where it is done
     * @param role who does it
     * @param budgetMinutes working minutes it may take
     * @param optional may be passed over
     * @param mayReturnTo earlier steps it may send back to
     * @param when only for a decision of that kind, null when always
     */
    public record Node(
            String id,
            String name,
            String place,
            Role role,
            long budgetMinutes,
            boolean optional,
            List<String> mayReturnTo,
            @Nullable ResultKind when) {
        public Node {
            mayReturnTo = List.copyOf(mayReturnTo);
        }
    }

    /** The picture of a flow that nobody has begun. */
    public static String of(List<Node> nodes) {
        return of(nodes, Set.of(), null);
    }

    /**
     * The picture of a flow and how far it has come.
     *
     * @param done ids of the steps that are done
     * @param current id of the step it is at, null when at none
     */
    public static String of(List<Node> nodes, Set<String> done, @Nullable String current) {
        FlowDiagram diagram = new FlowDiagram(List.copyOf(nodes));
        diagram.boxes();
        diagram.onwards();
        diagram.back();
        diagram.progress(done, current);
        return diagram.text.toString();
    }

    private void boxes() {
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String label = quoted(node.name()) + "<br/>" + quoted(node.place()) + "<br/>" + node.role() + ", "
                    + hours(node.budgetMinutes());
            line("  s" + i + (node.optional() ? "([\"" + label + "\"])" : "[\"" + label + "\"]"));
        }
    }

    private static String hours(long minutes) {
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    }

    /** From each step to the next on the way of each kind of decision, and past the optional ones in between. */
    private void onwards() {
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (ResultKind kind : ResultKind.values()) {
                if (nodes.get(i).when() == null || nodes.get(i).when() == kind) {
                    onwards(i, kind, drawn);
                }
            }
        }
    }

    private void onwards(int from, ResultKind kind, List<String> drawn) {
        boolean past = false;
        for (int to = from + 1; to < nodes.size(); to++) {
            Node next = nodes.get(to);
            if (next.when() != null && next.when() != kind) {
                continue;
            }
            String arrow = next.when() != null ? " -. " + kind + " .-> " : past ? " -.-> " : " --> ";
            String edge = "  s" + from + arrow + "s" + to;
            if (!drawn.contains(edge)) {
                drawn.add(edge);
                line(edge);
            }
            if (!next.optional()) {
                return;
            }
            past = true;
        }
    }

    private void back() {
        for (int i = 0; i < nodes.size(); i++) {
            for (String target : nodes.get(i).mayReturnTo()) {
                int to = index(target);
                if (to >= 0) {
                    line("  s" + i + " -. trả lại .-> s" + to);
                }
            }
        }
    }

    private void progress(Set<String> done, @Nullable String current) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(current)) {
                line("  style s" + i + " stroke-width:4px");
            } else if (done.contains(nodes.get(i).id())) {
                line("  style s" + i + " stroke-dasharray:4");
            }
        }
    }

    private int index(String id) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static String quoted(String name) {
        return name.replace("\"", "").replace("<", "").replace(">", "").replace("\n", " ");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
