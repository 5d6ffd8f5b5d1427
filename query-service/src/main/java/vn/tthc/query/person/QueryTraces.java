package vn.tthc.query.person;

import org.springframework.stereotype.Component;
import vn.tthc.platform.consume.NotYet;
import vn.tthc.platform.person.PersonTraces;
import vn.tthc.platform.store.DocumentStore;

/** The tokens go with the view that wrote them; this service says it has forgotten when they are gone. */
@Component
class QueryTraces implements PersonTraces {
    private final DocumentStore documents;

    QueryTraces(DocumentStore documents) {
        this.documents = documents;
    }

    @Override
    public void drop(String person) {
        boolean decided = Erasure.get(documents, person).map(Erasure::decidedAt).isPresent();
        if (!decided || PersonIndex.knows(person, documents)) {
            throw new NotYet("the tokens of a person are not dropped yet");
        }
    }
}
