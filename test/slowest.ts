/**
 * How many times slower than usual a machine may be that runs the tests: one that is shared with others is now and then a
 * tenth as fast, for minutes. A bound on time is what holds at its usual speed, times this.
 */
export const SLOWEST = 10;
