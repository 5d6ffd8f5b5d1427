package vn.tthc.law;

/**
 * Where a dossier stands. Its official status is a function of four things that move independently: how far it has come,
 * and what is being waited for. What is waited for is told by the status until it is there; then the dossier is again
 * what it was, or what it has become meanwhile.
 *
 * @param stage how far it has come: a status other than 5, 6 and 7
 * @param supplementAsked whether supplements are being waited for
 * @param obligationAsked whether a financial obligation is being waited for
 * @param withdrawalAsked whether a withdrawal is waiting to be decided
 */
public record Standing(
        OfficialStatus stage, boolean supplementAsked, boolean obligationAsked, boolean withdrawalAsked) {
    public Standing {
        switch (stage) {
            case SUPPLEMENT_REQUESTED, FINANCIAL_OBLIGATION, WITHDRAWAL_REQUESTED ->
                throw new IllegalArgumentException("something waited for is no stage: " + stage);
            case REGISTERED, RECEIVED, NOT_RECEIVED, IN_PROCESS, STOPPED, PROCESSED, RETURNED -> {}
        }
    }

    /** At a stage, waiting for nothing. */
    public static Standing at(OfficialStatus stage) {
        return new Standing(stage, false, false, false);
    }

    /** The official status. A request to withdraw is told before one for supplements, that before an obligation. */
    public OfficialStatus status() {
        if (over()) {
            return stage;
        }
        if (withdrawalAsked) {
            return OfficialStatus.WITHDRAWAL_REQUESTED;
        }
        if (supplementAsked) {
            return OfficialStatus.SUPPLEMENT_REQUESTED;
        }
        return obligationAsked ? OfficialStatus.FINANCIAL_OBLIGATION : stage;
    }

    /** Whether processing is over, or never began and never will. */
    public boolean over() {
        return switch (stage) {
            case NOT_RECEIVED, STOPPED, PROCESSED, RETURNED -> true;
            case REGISTERED, RECEIVED, IN_PROCESS, SUPPLEMENT_REQUESTED, FINANCIAL_OBLIGATION, WITHDRAWAL_REQUESTED ->
                false;
        };
    }

    /** The same at another stage; what is waited for stays. */
    public Standing reaching(OfficialStatus next) {
        return new Standing(next, supplementAsked, obligationAsked, withdrawalAsked);
    }

    /** The same, waiting for supplements or not any more. */
    public Standing supplement(boolean asked) {
        return new Standing(stage, asked, obligationAsked, withdrawalAsked);
    }

    /** The same, waiting for a financial obligation or not any more. */
    public Standing obligation(boolean asked) {
        return new Standing(stage, supplementAsked, asked, withdrawalAsked);
    }

    /** The same, with a withdrawal to be decided or not any more. */
    public Standing withdrawal(boolean asked) {
        return new Standing(stage, supplementAsked, obligationAsked, asked);
    }
}
