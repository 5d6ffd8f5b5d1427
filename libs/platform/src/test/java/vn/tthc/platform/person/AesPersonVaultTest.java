package vn.tthc.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.sqlite.SqliteDatabase;

class AesPersonVaultTest {
    private static final StreamId STREAM = StreamId.dossier("6f0f3c1e-0000-4000-8000-000000000001");
    private static final String COMMAND = "command-1";
    private static final String FIELD = "applicant.name";
    private static final String NAME = "Nguyễn Văn An";

    @TempDir
    private Path folder;

    private final String first = KeyFiles.line(1);
    private final List<SqliteDatabase> open = new ArrayList<>();
    private final AtomicInteger woken = new AtomicInteger();

    @AfterEach
    void close() {
        open.forEach(SqliteDatabase::close);
    }

    private record Service(SqliteDatabase database, PersonKeys keys, AesPersonVault vault) {
        void forget(String person) {
            keys.forget(person);
            vault.forget(person);
        }
    }

    private Service service(String file, String... masterKeys) {
        SqliteDatabase database = SqliteDatabase.open(folder.resolve(file), 1_000);
        open.add(database);
        PersonKeys keys = new PersonKeys(database);
        MasterKeys master = new MasterKeys(KeyFile.read(
                "tthc.master-key", KeyFiles.write(folder, masterKeys).toString()));
        return new Service(database, keys, new AesPersonVault(master, keys, woken::incrementAndGet));
    }

    private Service restart(Service before, String file, String... masterKeys) {
        before.database().close();
        open.remove(before.database());
        return service(file, masterKeys);
    }

    @Test
    void whatWasSealedIsReadWhereItWasSealedFor() {
        AesPersonVault vault = service("a.db", first).vault();
        String person = vault.newPerson();

        Sealed sealed = vault.seal(person, STREAM, COMMAND, FIELD, NAME);

        assertThat(vault.open(sealed, STREAM, COMMAND, FIELD)).contains(NAME);
        assertThat(sealed.person()).isEqualTo(person);
        assertThat(new String(Base64.getDecoder().decode(sealed.cipher()), StandardCharsets.UTF_8))
                .doesNotContain("Nguy", "An");
        assertThat(woken).hasValue(1);
    }

    @Test
    void theSameTextNeverLooksTheSameTwice() {
        AesPersonVault vault = service("a.db", first).vault();
        String person = vault.newPerson();

        assertThat(vault.seal(person, STREAM, COMMAND, FIELD, NAME))
                .isNotEqualTo(vault.seal(person, STREAM, COMMAND, FIELD, NAME));
    }

    @Test
    void inAnotherPlaceItCannotBeRead() {
        AesPersonVault vault = service("a.db", first).vault();
        String person = vault.newPerson();
        String other = vault.newPerson();
        Sealed sealed = vault.seal(person, STREAM, COMMAND, FIELD, NAME);

        assertRefused(() -> vault.open(sealed, StreamId.caseOf(STREAM.id()), COMMAND, FIELD));
        assertRefused(() -> vault.open(sealed, STREAM, "command-2", FIELD));
        assertRefused(() -> vault.open(sealed, STREAM, COMMAND, "owner.name"));
        assertRefused(() -> vault.open(new Sealed(other, sealed.cipher()), STREAM, COMMAND, FIELD));
        assertRefused(() -> vault.open(sealed, STREAM, COMMAND + FIELD, ""));
    }

    @Test
    void aChangedOrMutilatedTextIsRefused() {
        AesPersonVault vault = service("a.db", first).vault();
        String person = vault.newPerson();
        byte[] cipher = Base64.getDecoder()
                .decode(vault.seal(person, STREAM, COMMAND, FIELD, NAME).cipher());
        cipher[cipher.length - 1] ^= 1;
        String changed = Base64.getEncoder().encodeToString(cipher);

        assertRefused(() -> vault.open(new Sealed(person, changed), STREAM, COMMAND, FIELD));
        assertRefused(() -> vault.open(new Sealed(person, "AAAA"), STREAM, COMMAND, FIELD));
        assertRefused(() -> vault.open(new Sealed(person, "%%%"), STREAM, COMMAND, FIELD));
    }

    private static void assertRefused(ThrowingCallable opening) {
        assertThatThrownBy(opening).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPersonWhoIsNotKnownCannotBeSealedForNorRead() {
        AesPersonVault vault = service("a.db", first).vault();

        assertThatThrownBy(() -> vault.seal("nobody", STREAM, COMMAND, FIELD, NAME))
                .isInstanceOf(UnknownPerson.class);
        assertThat(vault.open(new Sealed("nobody", "AAAA"), STREAM, COMMAND, FIELD))
                .isEmpty();
    }

    @Test
    void aForgottenPersonStaysForgottenEvenWhenTheKeyComesAgain() {
        Service service = service("a.db", first);
        String person = service.vault().newPerson();
        Sealed sealed = service.vault().seal(person, STREAM, COMMAND, FIELD, NAME);
        var key = service.keys().find(person).orElseThrow();

        service.forget(person);
        service.keys().apply(List.of(new PersonKeys.Change(person, key)), Map.of(0, 1L));

        assertThat(service.vault().open(sealed, STREAM, COMMAND, FIELD)).isEmpty();
        assertThatThrownBy(() -> service.vault().seal(person, STREAM, COMMAND, FIELD, NAME))
                .isInstanceOf(UnknownPerson.class);
        assertThat(service.keys().unpublished(10)).isEmpty();
        assertThat(service.keys().offsets()).containsEntry(0, 1L);
    }

    @Test
    void keysSurviveARestart() {
        Service before = service("a.db", first);
        String person = before.vault().newPerson();
        Sealed sealed = before.vault().seal(person, STREAM, COMMAND, FIELD, NAME);

        Service after = restart(before, "a.db", first);

        assertThat(after.vault().open(sealed, STREAM, COMMAND, FIELD)).contains(NAME);
        assertThat(after.keys().unpublished(10)).extracting("person").containsExactly(person);
    }

    @Test
    void anotherServiceReadsItOnceItHasTheKey() {
        Service intake = service("intake.db", first);
        Service postal = service("postal.db", first);
        String person = intake.vault().newPerson();
        Sealed sealed = intake.vault().seal(person, STREAM, COMMAND, FIELD, NAME);
        assertThat(postal.vault().open(sealed, STREAM, COMMAND, FIELD)).isEmpty();

        var key = intake.keys().find(person).orElseThrow();
        postal.keys().apply(List.of(new PersonKeys.Change(person, key)), Map.of(3, 8L));

        assertThat(postal.vault().open(sealed, STREAM, COMMAND, FIELD)).contains(NAME);
        assertThat(postal.keys().unpublished(10)).isEmpty();
    }

    @Test
    void afterANewMasterKeyOldPersonsAreStillReadAndNewOnesUseIt() {
        String second = KeyFiles.line(2);
        Service before = service("a.db", first);
        String old = before.vault().newPerson();
        Sealed sealed = before.vault().seal(old, STREAM, COMMAND, FIELD, NAME);

        Service after = restart(before, "a.db", first, second);
        String recent = after.vault().newPerson();

        assertThat(after.vault().open(sealed, STREAM, COMMAND, FIELD)).contains(NAME);
        assertThat(after.keys().find(old).orElseThrow().masterKeyVersion()).isEqualTo(1);
        assertThat(after.keys().find(recent).orElseThrow().masterKeyVersion()).isEqualTo(2);
    }

    @Test
    void aServiceDoesNotStartWithoutTheMasterKeyItsPersonsWereWrappedWith() {
        Service before = service("a.db", first);
        before.vault().newPerson();

        assertThatThrownBy(() -> restart(before, "a.db", KeyFiles.line(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lacks version 1");
    }

    @Test
    void norWithAnotherKeyUnderTheSameVersion() {
        Service before = service("a.db", first);
        before.vault().newPerson();

        assertThatThrownBy(() -> restart(before, "a.db", KeyFiles.line(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 1 is not the one");
    }

    @Test
    void aKeyFetchedWhileThePersonIsForgottenIsNotKept() {
        KeyCache cache = new KeyCache(10);

        cache.get("p", person -> {
            cache.forget(person);
            return Optional.of(new byte[32]);
        });

        assertThat(cache.get("p", person -> Optional.empty())).isEmpty();
    }

    @Test
    void theCacheHoldsNoMoreThanItMay() {
        KeyCache cache = new KeyCache(2);
        for (int i = 0; i < 5; i++) {
            cache.put("p" + i, new byte[32]);
        }

        assertThat(cache.get("p0", person -> Optional.empty())).isEmpty();
        assertThat(cache.get("p4", person -> Optional.empty())).isPresent();
    }
}
