/** What a rule answers: events, or a refusal with its code. Here because the domain sees nothing else. */
@NullMarked
package vn.tthc.contracts.decision;

import org.jspecify.annotations.NullMarked;
