package vn.tthc.contracts.reference;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.WorkRules;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.law.Channel;
import vn.tthc.law.Level;
import vn.tthc.law.Term;

/**
 * One version of a procedure (phiên bản thủ tục hành chính) as published.
 *
 * @param code national code (mã TTHC), such as {@code 1.012796}
 * @param version our version of it
 * @param validFrom first day it may be filed under
 * @param validTo last day, null while in force
 * @param name official Vietnamese name
 * @param nameEn English name
 * @param field field of administration (lĩnh vực)
 * @param fieldEn the same in English
 * @param competentLevel level of the deciding agency
 * @param channels how it may be filed
 * @param term legal term, null together with {@code noDueDate}
 * @param termByChannel other terms for some channels
 * @param areaUplift units of the term added per kind of area
 * @param sameDayCutOff the 15:00 rule, for same-day procedures
 * @param noDueDate the procedure has no due date (không có ngày hẹn trả)
 * @param pauseReasons the only reasons that stop its clock, with their ground
 * @param components what the dossier consists of
 * @param fees what it costs
 * @param steps its flow
 * @param result what comes out
 * @param returnWays how the result may be returned
 * @param systemOfRecord PROVINCE or MINISTRY
 * @param sources where the facts come from
 * @param unsourced which parts are assumptions
 * @param work what it says about the work beside the steps, null when everything is as usual
 * @param extension limits of an extension, null when they are as usual
 */
public record Procedure(
        String code,
        String version,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String name,
        String nameEn,
        String field,
        String fieldEn,
        Level competentLevel,
        List<Channel> channels,
        @Nullable Term term,
        Map<Channel, Term> termByChannel,
        Map<String, Integer> areaUplift,
        @Nullable LocalTime sameDayCutOff,
        boolean noDueDate,
        List<PauseGround> pauseReasons,
        List<Component> components,
        List<Fee> fees,
        List<Step> steps,
        @Nullable Result result,
        List<ReturnWay> returnWays,
        String systemOfRecord,
        List<String> sources,
        List<String> unsourced,
        @Nullable WorkRules work,
        @Nullable ExtensionLimits extension) {
    /** A procedure on which the work is as usual. */
    public Procedure(
            String code,
            String version,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String name,
            String nameEn,
            String field,
            String fieldEn,
            Level competentLevel,
            List<Channel> channels,
            @Nullable Term term,
            Map<Channel, Term> termByChannel,
            Map<String, Integer> areaUplift,
            @Nullable LocalTime sameDayCutOff,
            boolean noDueDate,
            List<PauseGround> pauseReasons,
            List<Component> components,
            List<Fee> fees,
            List<Step> steps,
            @Nullable Result result,
            List<ReturnWay> returnWays,
            String systemOfRecord,
            List<String> sources,
            List<String> unsourced) {
        this(
                code,
                version,
                validFrom,
                validTo,
                name,
                nameEn,
                field,
                fieldEn,
                competentLevel,
                channels,
                term,
                termByChannel,
                areaUplift,
                sameDayCutOff,
                noDueDate,
                pauseReasons,
                components,
                fees,
                steps,
                result,
                returnWays,
                systemOfRecord,
                sources,
                unsourced,
                null,
                null);
    }

    /** {@code code@version}: what a dossier is pinned to. */
    public String pin() {
        return code + "@" + version;
    }

    /** A reason that stops the clock, and the law that says so. */
    public record PauseGround(String reason, String groundVi, String groundEn) {}

    /** A paper of the dossier; kind is ORIGINAL, COPY or DIGITAL. */
    public record Component(String code, String name, String nameEn, String kind, int count, boolean required) {}

    /** A fee in đồng. */
    public record Fee(String code, String name, String nameEn, long amountVnd) {}

    /**
     * A step as defined, before its agency is known; agencyRule is COMPETENT, PARENT or FIXED, and {@code when} names the
     * kind of decision it is there for, null for every kind.
     */
    public record Step(
            String id,
            String name,
            String nameEn,
            Level level,
            Role role,
            String agencyRule,
            @Nullable String agency,
            int budgetHours,
            boolean optional,
            List<String> mayReturnTo,
            FlowStep.Kind kind,
            @Nullable ResultKind when) {

        /** A step that is taken whatever the decision is. */
        public Step(
                String id,
                String name,
                String nameEn,
                Level level,
                Role role,
                String agencyRule,
                @Nullable String agency,
                int budgetHours,
                boolean optional,
                List<String> mayReturnTo,
                FlowStep.Kind kind) {
            this(id, name, nameEn, level, role, agencyRule, agency, budgetHours, optional, mayReturnTo, kind, null);
        }
    }

    /** What the citizen gets. */
    public record Result(String type, String name, String nameEn) {}
}
