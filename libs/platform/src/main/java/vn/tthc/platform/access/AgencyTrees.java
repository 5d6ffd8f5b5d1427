package vn.tthc.platform.access;

/** Where the policy finds the agencies as they are known at the moment. */
@FunctionalInterface
public interface AgencyTrees {
    AgencyTree now();
}
