package vn.tthc.postal.money;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.decision.ProblemCode;
import vn.tthc.contracts.postal.FeeReceipt;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.TillEvent.Payment;
import vn.tthc.contracts.postal.TillEvent.PaymentKind;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.domain.TillCommand;
import vn.tthc.postal.domain.TillProblem;
import vn.tthc.postal.items.ItemReader;

/**
 * Puts the fee that was taken with a citizen's dossier into the till of the point and day. When that day was closed
 * meanwhile, or holds no more, it goes into the next day's: the money is there and has to be counted once. Where somebody
 * entered it by hand, it stands in for that.
 */
@Component
class InboundFees implements Reaction {
    private static final String ROLE = "inbound-fee";

    /** So many days later at most. */
    private static final int MOST_DAYS = 7;

    private static final Set<ProblemCode> CLOSED = Set.of(TillProblem.TILL_RECONCILED, TillProblem.TILL_FULL);

    private final Commands commands;
    private final ItemReader items;

    InboundFees(Commands commands, ItemReader items) {
        this.commands = commands;
        this.items = items;
    }

    @Override
    public String name() {
        return ROLE;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.POSTAL);
    }

    @Override
    public void react(ReceivedEvent received) {
        if (received.event() instanceof PostalEvent.DossierTaken taken && taken.fee() != null) {
            take(received.envelope(), taken, taken.fee());
        }
    }

    private void take(Envelope cause, PostalEvent.DossierTaken taken, FeeReceipt fee) {
        ItemState.Open item = items.get(StreamId.parse(cause.stream())).state();
        String point = Objects.requireNonNull(item.givenAt(), "taken from a citizen, so at a point");
        Payment payment = new Payment(
                cause.stream(),
                PaymentKind.AGENCY_FEE,
                fee.amountVnd(),
                null,
                null,
                null,
                taken.filing().receiving(),
                item.item().identifier(),
                fee.receipt());
        CommandContext context = CommandContext.reaction(
                "postal",
                new Cause(cause.stream(), cause.version(), ROLE),
                cause.correlation(),
                cause.origin(),
                cause.procedureVersion());
        LocalDate first = VietnamTime.date(taken.occurredAt());
        for (int later = 0; later <= MOST_DAYS; later++) {
            StreamId till = new StreamId(StreamType.TILL, point + "-" + first.plusDays(later));
            Outcome outcome = commands.send(till, new TillCommand.Take(taken.occurredAt(), payment), context);
            if (outcome instanceof Outcome.Done) {
                return;
            }
            if (!(outcome instanceof Outcome.Refused refused)
                    || !CLOSED.contains(refused.refusal().code())) {
                throw new IllegalStateException("the fee of " + cause.stream() + " is in no till: " + outcome);
            }
        }
        throw new IllegalStateException(
                "the fee of " + cause.stream() + " is in no till: all are closed for " + MOST_DAYS + " days");
    }
}
