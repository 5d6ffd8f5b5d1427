package vn.tthc.local.http;

/** A service did not answer, or only "later", for as long as we were willing to wait. */
public final class ServiceAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String service;

    ServiceAway(String service, String trouble) {
        super(service + " stayed away for two minutes (" + trouble + ")");
        this.service = service;
    }

    /** Name of the service. */
    public String service() {
        return service;
    }
}
