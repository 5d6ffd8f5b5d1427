package vn.tthc.local;

import java.util.Map;

/**
 * Where the processes listen, all on 127.0.0.1: {@code TTHC_PORT_BASE} moves them together.
 *
 * @param base 8080 by default, where the identity provider is; services on base + 1 to base + 4, the carriers' simulator on base + 5, the broker on base + 1012 and its
 *     controller beside it
 */
public record Ports(int base) {
    private static final int BROKER = 1012;
    private static final int HIGHEST = 65_535;

    /** Reads the base from the environment. */
    public static Ports of(Map<String, String> environment) {
        String base = environment.getOrDefault("TTHC_PORT_BASE", "8080");
        try {
            int number = Integer.parseInt(base.trim());
            if (number > 0 && number + BROKER + 1 <= HIGHEST) {
                return new Ports(number);
            }
        } catch (NumberFormatException e) {
            throw new Failure(Failure.USAGE, "TTHC_PORT_BASE is '" + base + "', which is not a number.");
        }
        throw new Failure(
                Failure.USAGE,
                "TTHC_PORT_BASE is " + base + "; it must lie between 1 and " + (HIGHEST - BROKER - 1) + ".");
    }

    public int identity() {
        return base;
    }

    public int intake() {
        return base + 1;
    }

    public int processing() {
        return base + 2;
    }

    public int postal() {
        return base + 3;
    }

    public int query() {
        return base + 4;
    }

    public int simulator() {
        return base + 5;
    }

    public int broker() {
        return base + BROKER;
    }

    public int controller() {
        return base + BROKER + 1;
    }
}
