/** What tests of every module use: a real broker, facts, a look at a topic. */
package vn.tthc.platform.testing;
