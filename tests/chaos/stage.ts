import { setTimeout as sleep } from 'node:timers/promises';
import type { Program } from '../support/own-program';
import { lossesOf } from './check';
import { Load, type Acknowledged } from './load';

export const WRITERS = 4;
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A program under load, and what it acknowledged so far. */
export interface Stage {
  program: Program;
  token: string;
  noted: Acknowledged;
  /** Every load has its own, so that names are never the same. */
  round: number;
}

/**
 * Writes while `work` lasts, and then waits until the program is ready, which ended or was ended meanwhile.
 * @returns whether it had to be started again
 */
export async function underLoad(stage: Stage, work: () => Promise<void>): Promise<boolean> {
  const { program, token, noted } = stage;
  stage.round += 1;
  const load = new Load(program.url, token, noted, stage.round);
  const loading = load.run(WRITERS);
  try {
    await work();
  } finally {
    load.stop();
  }
  await loading;
  const recovered = await program.isReadyAgain();
  if (!recovered) await program.start();
  await load.sendAgain();
  return !recovered;
}

/** What was lost: sentences. */
export const losses = ({ program, token, noted }: Stage): Promise<string[]> =>
  lossesOf(program.url, token, noted);

export const written = ({ companies, merges, imports, refusals }: Acknowledged): string =>
  `${companies.size} companies, ${merges.size} merges, ${imports.size} imports, ${refusals} clear refusals`;

export const seconds = (count: number): Promise<void> => sleep(count * 1000);
