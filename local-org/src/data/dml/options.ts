/** Keys of `DmlRequest.options` that only the local org itself gives. */

/** The statement carries values that nobody but the platform may write, and is free of limits. */
export const ROLL_UP_OPTION = 'rollupsummary';
