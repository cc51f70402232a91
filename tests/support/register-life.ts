import { PARTICIPATION_LEVELS, SIZE_CLASSES } from '@fieldlab/domain';
import type { ClientBase } from 'pg';
import type { RegisterSnapshot } from './oracle/snapshot';
import type { Random } from './random';

type Step = (register: RegisterSnapshot, random: Random, client: ClientBase) => Promise<void>;

const LEAVES = {
  participations: 'participations',
  attendances: 'attendances',
  investments: 'investments',
  spinOffs: 'spin_offs',
  outcomes: 'outcomes',
} as const;

const deleteLeaf: Step = async (register, random, client) => {
  const kind = random.pick(Object.keys(LEAVES) as (keyof typeof LEAVES)[]);
  const records: { id: string }[] = register[kind];
  if (records.length === 0) return;
  const [gone] = records.splice(random.int(0, records.length - 1), 1);
  await client.query(`update ${LEAVES[kind]} set deleted_at = now() where id = $1`, [gone?.id]);
};

const changeLevel: Step = async ({ participations }, random, client) => {
  if (participations.length === 0) return;
  const one = random.pick(participations);
  one.level = random.pick(PARTICIPATION_LEVELS);
  await client.query('update participations set level = $2 where id = $1', [one.id, one.level]);
};

const changeAmount: Step = async ({ investments }, random, client) => {
  if (investments.length === 0) return;
  const one = random.pick(investments);
  one.amountEur = `${random.int(1, 9999)}.${random.int(10, 99)}`;
  await client.query('update investments set amount_eur = $2 where id = $1', [one.id, one.amountEur]);
};

const changeType: Step = async ({ companies }, random, client) => {
  const one = random.pick(companies);
  one.organisationType = random.pick(['BUSINESS', 'KNOWLEDGE']);
  await client.query('update companies set organisation_type = $2 where id = $1', [
    one.id,
    one.organisationType,
  ]);
};

const changeSizes: Step = async ({ companies }, random, client) => {
  const one = random.pick(companies);
  const size = random.pick(SIZE_CLASSES);
  for (const profile of one.profiles) profile.sizeClass = size;
  await client.query('update company_profiles set size_class = $2 where company_id = $1', [one.id, size]);
};

const merge: Step = async ({ companies }, random, client) => {
  const free = companies.filter(({ mergedIntoId }) => mergedIntoId === null);
  if (free.length < 2) return;
  const away = random.pick(free);
  const hasGroups = companies.some(({ profiles }) => profiles.some(({ groupId }) => groupId !== null));
  // Parents are earlier companies: merged into an earlier one, nobody comes to be above itself.
  const others = hasGroups ? free.slice(0, free.indexOf(away)) : free.filter((company) => company !== away);
  if (others.length === 0) return;
  const survivor = random.pick(others);
  away.mergedIntoId = survivor.id;
  await client.query('insert into merges (survivor_id, merged_id) values ($2, $1)', [away.id, survivor.id]);
};

const unmerge: Step = async ({ companies }, random, client) => {
  const merged = companies.filter(({ mergedIntoId }) => mergedIntoId !== null);
  if (merged.length === 0) return;
  const back = random.pick(merged);
  back.mergedIntoId = null;
  await client.query('update merges set deleted_at = now() where merged_id = $1 and deleted_at is null', [
    back.id,
  ]);
};

const STEPS: readonly Step[] = [
  deleteLeaf,
  changeLevel,
  changeAmount,
  changeType,
  changeSizes,
  merge,
  unmerge,
];

/** Lives one day of a register: a few corrections in the database and, alike, in the snapshot that is answered. */
export async function liveOn(
  register: RegisterSnapshot,
  random: Random,
  client: ClientBase,
): Promise<RegisterSnapshot> {
  const next = structuredClone(register);
  const count = random.int(1, 4);
  for (let step = 0; step < count; step += 1) await random.pick(STEPS)(next, random, client);
  return next;
}
