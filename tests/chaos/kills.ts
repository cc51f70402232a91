import type { Program } from '../support/own-program';
import type { Random } from '../support/random';
import { losses, say, seconds, underLoad, written, type Stage } from './stage';

export const KINDS = ['program', 'database', 'both'] as const;

/** The first second of a round is warming up. */
const STRIKES_AFTER_S = [1, 5] as const;

/** Ends what the round is about, in the midst of writing. */
async function strike(program: Program, kind: (typeof KINDS)[number]): Promise<void> {
  if (kind !== 'program') await program.killDatabase();
  if (kind !== 'database') await program.kill();
}

/** Kills the program, its database or both, over and over. @returns what was lost: sentences */
export async function kills(stage: Stage, rounds: number, random: Random): Promise<string[]> {
  for (let round = 1; round <= rounds; round += 1) {
    const kind = random.pick(KINDS);
    let struck = 0;
    const isStarted = await underLoad(stage, async () => {
      await seconds(random.int(...STRIKES_AFTER_S));
      struck = Date.now();
      await strike(stage.program, kind);
    });
    const lasted = ((Date.now() - struck) / 1000).toFixed(1);
    const lost = await losses(stage);
    if (lost.length > 0) return lost;
    const way = isStarted ? 'started again' : 'recovered by itself';
    say(
      `${String(round).padStart(4)}  killed: ${kind.padEnd(8)}  ${way}, ready after ${lasted} s  ` +
        `${written(stage.noted)}: nothing lost`,
    );
  }
  return [];
}
