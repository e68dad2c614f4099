import { DetrackBench } from '../../support/detrack';

/** The one that all tests of Detrack's right values work on. */
export const bench = new DetrackBench();
