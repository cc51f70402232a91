import type { Client } from 'pg';
import { newPairs, type Pair } from './mixed-load';

/** More than all rounds log on a machine of these years. */
const PAIRS = 100_000;

/** What is logged of each pair. */
export const LOGGED = { level: 'PARTICIPANT', startedOn: '2022-01-01' };

/** What a table takes that keeps the row alone, and what is aimed at beside it. */
export const A_ROW_ALONE = 'a row in a table without history, trail and clock';
export const AS_HIGH = 'as high as history, trail and clock allow';

/** A table of the same columns, indexes and constraints as that of participations, which keeps no history, no trail and no clock. */
export async function makeBareTable(owner: Client): Promise<void> {
  await owner.query(`
    create table bare_participations (like participations including all);
    alter table bare_participations add foreign key (company_id) references companies (id),
                                    add foreign key (centre_id) references centres (id);
    grant select, insert on bare_participations to fieldlab_app`);
}

/** Other parts measure the register as it is, and not with a table more in its backup. */
export async function dropBareTable(owner: Client): Promise<void> {
  await owner.query('drop table if exists bare_participations');
}

/** Pairs in which nobody takes part yet, each once: for the register, and the same for the table beside it. */
export async function pairsForBoth(owner: Client): Promise<[() => Pair, () => Pair]> {
  const pairs = await newPairs(owner, PAIRS);
  return [inTurn(pairs), inTurn(pairs)];
}

function inTurn(pairs: readonly Pair[]): () => Pair {
  let turn = 0;
  return () => {
    const pair = pairs[turn++];
    if (!pair) throw new Error(`${pairs.length} pairs are too few for this machine.`);
    return pair;
  };
}

export const asLogged = (pair: Pair): object => ({ ...pair, ...LOGGED });

/** The same under the names of the columns. */
export const asColumns = ({ companyId, centreId }: Pair): object => ({
  ...{ company_id: companyId, centre_id: centreId, level: LOGGED.level, started_on: LOGGED.startedOn },
});
