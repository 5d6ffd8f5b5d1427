package vn.tthc.platform.blob;

import java.util.List;
import java.util.Set;
import vn.tthc.contracts.TthcEvent;

/** Which events of a service name files: said in one place, since a file that no event names is swept. */
public interface BlobNaming {
    /**
     * A file that an event names.
     *
     * @param hash the file
     * @param persons ids of all whom it is about; when every one of them is erased it goes. Nobody: it never goes by an
     *     erasure
     */
    record Named(String hash, Set<String> persons) {
        public Named {
            persons = Set.copyOf(persons);
        }
    }

    /** The topics this service writes those events to. */
    Set<String> topics();

    /** The files that an event names. */
    List<Named> in(TthcEvent event);
}
