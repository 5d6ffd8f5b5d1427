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
                assertThat(DossierKeys.find(documents, key.toLowerCase(java.util.Locale.ROOT), 5))
                        .as(key)
                        .containsExactly(story.id());
            }
            assertThat(DossierKeys.find(documents, "nothing", 5)).isEmpty();
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
                    DossierKeys.write(other, new DossierView(other.id(), fold, other.work(), other.items()), writer);
                }
                return true;
            });
            assertThat(DossierKeys.find(documents, victim.number(), 5))
                    .hasSize(5)
                    .contains(victim.id());
        }
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
