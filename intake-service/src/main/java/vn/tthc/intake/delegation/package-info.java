/** Lets people delegate their roles for a while (ủy quyền), and shows who has delegated what. */
@NullMarked
package vn.tthc.intake.delegation;

import org.jspecify.annotations.NullMarked;
