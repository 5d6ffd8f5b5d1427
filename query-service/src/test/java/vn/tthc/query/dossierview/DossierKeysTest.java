package vn.tthc.query.dossierview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.sqlite.SqliteDocuments;
import vn.tthc.query.Stories;
import vn.tthc.query.Story;
import vn.tthc.query.projection.DossierProjection;

class DossierKeysTest {
    @TempDir
    Path folder;

    @Test
    void lettersAndDigitsAloneCount() {
        assertThat(DossierKeys.normalised(" h36.101-260302-0001 ")).isEqualTo("H36101" + "260302" + "0001");
        assertThat(DossierKeys.normalised("．－ ")).isEmpty();
    }

    @Test
    void aDossierIsFoundByEveryNumberItGoesBy() {
        Story story = Stories.whole("0a1b2c3d-0000-3000-8000-000000000001");
        try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("query.db"), 100)) {
            SqliteDocuments documents = projected(database, List.of(story));
            for (String key : List.of(story.number(), story.code(), story.portalCode())) {
                assertThat(ids(documents, key.toLowerCase(java.util.Locale.ROOT)))
                        .as(key)
                        .containsExactly(story.id());
            }
            assertThat(ids(documents, "nothing")).isEmpty();
        }
    }

    @Test
    void nobodyHidesADossierBehindOthersFiledUnderItsNumber() {
        Story victim = Stories.whole("ffffffff-0000-3000-8000-000000000001");
        try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("query.db"), 100)) {
            SqliteDocuments documents = projected(database, List.of(victim));
            documents.write(writer -> {
                for (int i = 0; i < 20; i++) {
                    DossierView other = DossierView.empty("%08d-attacker".formatted(i));
                    Filing filing = DossierView.empty(victim.id())
                            .apply(victim.dossier().getFirst())
                            .dossier()
                            .filing();
                    DossierFold fold = new DossierFold(
                            1,
                            null,
                            withPortalCode(filing, victim.number()),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            null,
                            0,
                            null,
                            null,
                            null);
                    DossierView attacker = new DossierView(other.id(), fold, other.work(), other.items());
                    DossierKeys.write(other, attacker, writer);
                    Dossiers.put(writer, attacker, 0);
                }
                return true;
            });
            assertThat(ids(documents, victim.number())).hasSize(5).contains(victim.id());
            assertThat(DossierKeys.find(
                            documents, victim.number(), view -> view.id().equals(victim.id()), 1))
                    .as("what does not count takes nobody's place")
                    .hasSize(1);
            assertThat(DossierKeys.find(
                            documents, victim.number(), view -> view.id().startsWith("00000019"), 1))
                    .hasSize(1);
        }
    }

    private static List<String> ids(SqliteDocuments documents, String key) {
        return DossierKeys.find(documents, key, view -> true, 5).stream()
                .map(DossierView::id)
                .toList();
    }

    private static Filing withPortalCode(Filing filing, String portalCode) {
        return new Filing(
                filing.at(),
                filing.source(),
                false,
                null,
                filing.procedure(),
                filing.procedureName(),
                filing.procedureNameEn(),
                filing.channel(),
                null,
                filing.receiving(),
                null,
                portalCode,
                null,
                null,
                new vn.tthc.contracts.dossier.Lookup("another", "", 1),
                "c");
    }

    private static SqliteDocuments projected(SqliteDatabase database, List<Story> stories) {
        DossierProjection projection = new DossierProjection();
        SqliteDocuments documents = new SqliteDocuments(database);
        documents.declare(projection.collections());
        stories.forEach(story -> documents.write(writer -> {
            story.all().forEach(event -> projection.apply(event, writer));
            return true;
        }));
        return documents;
    }
}
