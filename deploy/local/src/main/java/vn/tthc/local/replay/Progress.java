package vn.tthc.local.replay;

import java.io.PrintStream;

/** How far we are: a bar on a terminal, a line every tenth elsewhere. */
final class Progress {
    private static final int WIDTH = 30;
    private static final int TENTHS = 10;

    private final PrintStream out;
    private final boolean terminal;
    private final int all;
    private int done;

    Progress(PrintStream out, boolean terminal, int all) {
        this.out = out;
        this.terminal = terminal;
        this.all = all;
    }

    synchronized void step() {
        done++;
        if (terminal) {
            bar();
        } else if (done * TENTHS / all != (done - 1) * TENTHS / all) {
            out.println("  " + done + " of " + all + " dossiers");
        }
    }

    private void bar() {
        int filled = done * WIDTH / all;
        out.print("\r  [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + all
                + (done == all ? "\n" : ""));
        out.flush();
    }

    /** Leaves the line of the bar, when it stopped half way. */
    synchronized void stop() {
        if (terminal && done < all) {
            out.println();
        }
    }
}
