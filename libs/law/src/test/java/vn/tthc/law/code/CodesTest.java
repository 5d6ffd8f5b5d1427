package vn.tthc.law.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 9);

    @Test
    void issuesTheOfficialShape() {
        assertThat(DossierCode.format(20, DAY, 92_637)).isEqualTo("H36.020-20260609-0092637");
        assertThat(DossierCode.format(0, DAY, 1)).isEqualTo("H36.000-20260609-0000001");
        assertThat(DossierCode.issue(999, DAY, 9_999_999)).hasToString("H36.999-20260609-9999999");
    }

    @Test
    void writesTheOldShape() {
        assertThat(DossierCode.formatOld(12, LocalDate.of(2024, 1, 15), 1)).isEqualTo("000.00.12.H36-240115-0001");
        assertThat(DossierCode.formatOld(99, DAY, 9_999)).isEqualTo("000.00.99.H36-260609-9999");
    }

    @Test
    void refusesPartsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> DossierCode.format(-1, DAY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DossierCode.format(1000, DAY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DossierCode.format(1, DAY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> DossierCode.format(1, DAY, 10_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> DossierCode.formatOld(0, DAY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DossierCode.formatOld(100, DAY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DossierCode.formatOld(1, DAY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> DossierCode.formatOld(1, DAY, 10_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000.17.22.H56-210531-0001",
                "000.00.12.H36-240115-0001",
                "G09.20-20260609-0092637",
                "H36.12.17-20260609-0001",
                "H36.020-20260609-0092637"
            })
    void acceptsCodesOfOtherUnitsAndTimes(String code) {
        assertThat(DossierCode.isAcceptable(code)).isTrue();
        assertThat(new DossierCode(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H36",
                "H36.020-2026060-0092637",
                "H36.020-20260609-001",
                "h36.020-20260609-0092637",
                "H36.020-20260609-0092637 ",
                "H36.0200-20260609-0092637",
                "H36.020-20260609-00926370",
                "H36.020-20260609-009263\u0667"
            })
    void refusesOtherTexts(String code) {
        assertThat(DossierCode.isAcceptable(code)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new DossierCode(code));
    }

    @Property
    void whatIsIssuedIsAcceptable(
            @ForAll @IntRange(min = 1, max = 999) int agency,
            @ForAll @LongRange(min = 1, max = 9_999_999) long sequence) {
        assertThat(DossierCode.isAcceptable(DossierCode.format(agency, DAY, sequence)))
                .isTrue();
    }

    /** Invariant of the allocator: unit, day and number make the code, in either shape, and nothing else makes it. */
    @Property
    void anotherUnitDayOrNumberIsAnotherCodeInBothShapes(
            @ForAll @IntRange(max = 99) int unit,
            @ForAll @IntRange(max = 99) int otherUnit,
            @ForAll @IntRange(max = 800) int day,
            @ForAll @IntRange(max = 800) int otherDay,
            @ForAll @LongRange(min = 1, max = 9_999) long number,
            @ForAll @LongRange(min = 1, max = 9_999) long otherNumber) {
        boolean same = unit == otherUnit && day == otherDay && number == otherNumber;
        String first = DossierCode.format(unit, DAY.plusDays(day), number);
        String old = DossierCode.formatOld(old(unit), DAY.plusDays(day), number);

        assertThat(first.equals(DossierCode.format(otherUnit, DAY.plusDays(otherDay), otherNumber)))
                .isEqualTo(same);
        assertThat(old.equals(DossierCode.formatOld(old(otherUnit), DAY.plusDays(otherDay), otherNumber)))
                .isEqualTo(same);
        assertThat(old).isNotEqualTo(first);
        assertThat(DossierCode.isAcceptable(old)).isTrue();
    }

    private static String old(int unit) {
        return String.format(Locale.ROOT, "000.%02d.22", unit);
    }

    @Test
    void theOldShapeNamesUnitsOfEveryLevelAndEndsAfterFourDigits() {
        assertThat(DossierCode.formatOld("000.17.22", LocalDate.of(2021, 5, 31), 1))
                .isEqualTo("000.17.22.H36-210531-0001");
        assertThatIllegalArgumentException().isThrownBy(() -> DossierCode.formatOld("17.22", DAY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DossierCode.formatOld("000.17.22", DAY, 10_000));
    }

    @Test
    void aLookupNumberIsTheFirstSixtyBitsOfTheId() {
        assertThat(LookupNumber.of(new UUID(0, -1))).hasToString("N-0000-0000-0000");
        assertThat(LookupNumber.of(new UUID(-1, 0))).hasToString("N-ZZZZ-ZZZZ-ZZZZ");
        assertThat(LookupNumber.of(UUID.fromString("0123f567-89ab-4cde-8f01-234567890abc")))
                .hasToString("N-04HZ-ASW9-ND6D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N-04HZ-ASW9-ND6D",
                "n-04hz-asw9-nd6d",
                "n04hzasw9nd6d",
                "04HZ ASW9 ND6D",
                " N – O4HZ — ASW9 - ND6D ",
                "04hz-asw9-nd6d"
            })
    void readsWhatPeopleType(String typed) {
        assertThat(LookupNumber.normalise(typed)).contains(new LookupNumber("N-04HZ-ASW9-ND6D"));
    }

    @Test
    void readsLettersThatLookLikeDigits() {
        assertThat(LookupNumber.normalise("N-OoIi-Ll00-1111")).contains(new LookupNumber("N-0011-1100-1111"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "N-04HZ-ASW9-ND6", "N-04HZ-ASW9-ND6DY", "M-04HZ-ASW9-ND6D", "N-04HZ-ASW9-ND6U"})
    void doesNotGuessAtOtherTexts(String typed) {
        assertThat(LookupNumber.normalise(typed)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new LookupNumber(typed));
    }

    @Property
    void everyNumberIsReadBackFromItsPrint(@ForAll long high, @ForAll long low) {
        LookupNumber number = LookupNumber.of(new UUID(high, low));
        assertThat(LookupNumber.normalise(
                        number.value().toLowerCase(Locale.ROOT).replace("-", "")))
                .contains(number);
    }

    @Test
    void encodesKnownVectors() {
        assertThat(Base32.encode(new byte[0])).isEmpty();
        assertThat(Base32.encode("f".getBytes(StandardCharsets.US_ASCII))).isEqualTo("CR");
        assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("CSQPYRK1E8");
        assertThat(Base32.decode("CR")).asString(StandardCharsets.US_ASCII).isEqualTo("f");
        assertThat(Base32.decode("CSQPYRK1E8"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("foobar");
        assertThat(Base32.encode(new byte[] {-1, -1, -1, -1, -1})).isEqualTo("ZZZZZZZZ");
    }

    /** The ten bytes of a secret, as printed and as somebody reads them out of a slip. */
    @ParameterizedTest
    @ValueSource(strings = {"04HMASW9NF6YY008", "04hm-asw9-nf6y-y008", " O4HM ASW9 NF6Y YOO8 "})
    void readsASecretBackHoweverItIsTyped(String typed) {
        byte[] secret = {0x01, 0x23, 0x45, 0x67, (byte) 0x89, (byte) 0xAB, (byte) 0xCD, (byte) 0xEF, 0x00, 0x08};
        assertThat(Base32.encode(secret)).isEqualTo("04HMASW9NF6YY008");
        assertThat(Base32.decode(typed)).isEqualTo(secret);
    }

    @Property
    void everySecretIsReadBack(@ForAll @Size(max = 40) byte[] bytes) {
        String text = Base32.encode(bytes);
        assertThat(text).hasSize((bytes.length * 8 + 4) / 5).matches("[0-9A-HJKMNP-TV-Z]*");
        assertThat(Base32.decode(text)).isEqualTo(bytes);
        assertThat(Base32.decode(text.toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l')))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"U0", "!!", "0", "ZZ", "000"})
    void doesNotDecodeOtherTexts(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Base32.decode(text));
    }
}
