import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Row } from './bench';
import { timed } from './compare';

const RESOLUTION_MS = 1;
const NANOSECONDS = 1e6;
/** So long until what held the event loop last has been seen. */
const AFTERWARDS_MS = 20;

/** How long work took, and the longest time in which nobody else was answered meanwhile. */
export interface Held {
  milliseconds: number;
  heldMilliseconds: number;
}

export async function held(run: () => Promise<unknown>): Promise<Held> {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  const milliseconds = await timed(run);
  await sleep(AFTERWARDS_MS);
  delays.disable();
  return { milliseconds, heldMilliseconds: delays.max / NANOSECONDS - RESOLUTION_MS };
}

export async function heldRow(what: string, run: () => Promise<unknown>): Promise<Row> {
  const measured = { what, ...(await held(run)) };
  return {
    text: `${what}: others waited at most ${measured.heldMilliseconds.toFixed(0)} ms of ${measured.milliseconds.toFixed(0)} ms (aim: at most 50 ms)`,
    measured,
  };
}
