/** One line of the table. */
export interface Measure {
  /** Names it from one run to the next. */
  readonly id: string;
  readonly work: string;
  readonly unit: string;
  readonly better: 'more' | 'less';
  readonly mkm: number;
  readonly peer?: Peer;
  readonly goal?: Goal;
}

/** The same work, done by another program on the same rows in the same run. */
export interface Peer {
  readonly name: string;
  readonly value: number;
}

/** At least or at most this value, and so many times better than the peer. */
export interface Goal {
  readonly value?: number;
  readonly times?: number;
}

/** How many times better MKM is; below 1, worse. Nothing is no times better than anything. */
export function ratio({ mkm, peer, better }: Measure): number | undefined {
  if (peer === undefined) return undefined;
  const times = better === 'more' ? mkm / peer.value : peer.value / mkm;
  return Number.isFinite(times) ? times : undefined;
}

/** Whether the goal is met; nothing where there is none, or where it is one against a peer who is missing. */
export function isMet(measure: Measure): boolean | undefined {
  const { goal, mkm, better } = measure;
  if (goal === undefined) return undefined;
  const times = ratio(measure);
  const reached = goal.value === undefined || (better === 'more' ? mkm >= goal.value : mkm <= goal.value);
  if (goal.times === undefined) return reached;
  return times === undefined ? undefined : reached && times >= goal.times;
}
