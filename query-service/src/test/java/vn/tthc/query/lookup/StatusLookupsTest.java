package vn.tthc.query.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.platform.store.sqlite.SqliteDocuments;
import vn.tthc.query.Stories;
import vn.tthc.query.Story;
import vn.tthc.query.projection.DossierProjection;

class StatusLookupsTest {
    @TempDir
    private Path folder;

    @Test
    void unknownAndWrongTakeTheSameReads() {
        Story story = Stories.whole("0a1b2c3d-0000-3000-8000-000000000001");
        try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("query.db"), 100)) {
            SqliteDocuments documents = new SqliteDocuments(database);
            DossierProjection projection = new DossierProjection();
            documents.declare(projection.collections());
            documents.write(writer -> {
                story.all().forEach(event -> projection.apply(event, writer));
                return true;
            });
            Reads reads = new Reads(documents);
            StatusLookups lookups = new StatusLookups(reads);

            assertThat(lookups.find(story.number(), "AAAA-BBBB-CCCC-DDDD")).isEmpty();
            List<String> wrong = reads.taken();
            assertThat(lookups.find("TC-2603-NONE", story.secret())).isEmpty();
            List<String> unknown = reads.taken();

            assertThat(unknown).isEqualTo(wrong).hasSize(1);
            assertThat(lookups.find(story.number(), story.secret())).isPresent();
            assertThat(lookups.find(story.number(), "")).isEmpty();
        }
    }

    /** Notes what is read. */
    private static final class Reads implements DocumentStore {
        private final DocumentStore documents;
        private final List<String> reads = new ArrayList<>();

        Reads(DocumentStore documents) {
            this.documents = documents;
        }

        List<String> taken() {
            List<String> taken = List.copyOf(reads);
            reads.clear();
            return taken;
        }

        @Override
        public void declare(List<CollectionSpec> collections) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T write(Function<DocumentWriter, T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Document> get(String collection, String id) {
            reads.add("get " + collection);
            return documents.get(collection, id);
        }

        @Override
        public Page find(Find query) {
            reads.add("find " + query.collection() + " " + query.limit());
            return documents.find(query);
        }

        @Override
        public long count(Find query) {
            reads.add("count " + query.collection());
            return documents.count(query);
        }
    }
}
