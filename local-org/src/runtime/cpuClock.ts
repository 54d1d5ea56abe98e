/**
 * The time a transaction has computed for, in milliseconds: never more than what passed, and never more than what the
 * process used, so that a machine busy with other work does not end a transaction at its limit of CPU time. The process
 * counts coarsely on some systems and counts all its threads, so the lesser of both is taken piece by piece.
 */
export interface Readings {
  /** What passed. */
  readonly wall: () => number;
  /** What the process used. */
  readonly process: () => number;
}

const PIECE = 100;

const MACHINE: Readings = {
  wall: () => performance.now(),
  process: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

export function cpuClock(readings: Readings = MACHINE): () => number {
  let settled = 0;
  let wallAt = readings.wall();
  let processAt = readings.process();
  return () => {
    const wall = readings.wall();
    const used = readings.process();
    const piece = Math.min(wall - wallAt, used - processAt);
    if (wall - wallAt >= PIECE) {
      settled += piece;
      wallAt = wall;
      processAt = used;
      return settled;
    }
    return settled + piece;
  };
}
