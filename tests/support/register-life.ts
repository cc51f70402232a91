import { randomUUID } from 'node:crypto';
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

const deleteOf =
  (kinds: readonly (keyof typeof LEAVES)[]): Step =>
  async (register, random, client) => {
    const kind = random.pick(kinds);
    const records: { id: string }[] = register[kind];
    if (records.length === 0) return;
    const [gone] = records.splice(random.int(0, records.length - 1), 1);
    await client.query(`update ${LEAVES[kind]} set deleted_at = now() where id = $1`, [gone?.id]);
  };
const deleteLeaf = deleteOf(Object.keys(LEAVES) as (keyof typeof LEAVES)[]);

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

/** A firm of which nothing was known, and that it takes part. */
const addCompany: Step = async ({ companies, participations, centres }, random, client) => {
  const open = centres.filter(({ startedOn, endedOn }) => startedOn !== null && endedOn === null);
  if (open.length === 0) return;
  const { id: centreId, startedOn } = random.pick(open);
  const company = {
    id: randomUUID(),
    name: `New ${companies.length}`,
    organisationType: 'BUSINESS' as const,
  };
  const participation = {
    id: randomUUID(),
    companyId: company.id,
    centreId,
    level: random.pick(PARTICIPATION_LEVELS),
  };
  companies.push({ ...company, mergedIntoId: null, profiles: [] });
  participations.push({ ...participation, startedOn: startedOn ?? '', endedOn: null });
  await client.query(
    'insert into companies (id, name, match_name, organisation_type) values ($1, $2, lower($2), $3)',
    [...[company.id, company.name, company.organisationType]],
  );
  await client.query(
    'insert into participations (id, company_id, centre_id, level, started_on) values ($1, $2, $3, $4, $5)',
    [participation.id, company.id, centreId, participation.level, startedOn],
  );
};

/** Which changes nothing that is counted. */
const addNote: Step = async ({ participations }, random, client) => {
  if (participations.length === 0) return;
  const { id } = random.pick(participations);
  await client.query('update participations set note = $2 where id = $1', [id, String(random.next())]);
};

/** What changes who takes part, and leaves everybody who they are. */
export const TAKING_PART: readonly Step[] = [changeLevel, deleteOf(['participations']), addCompany, addNote];
export const ALL_STEPS: readonly Step[] = [
  ...[deleteLeaf, changeLevel, changeAmount, changeType, changeSizes],
  ...[merge, unmerge, addCompany, addNote],
];

/** Lives one day of a register: a few corrections in the database and, alike, in the snapshot that is answered. */
export async function liveOn(
  register: RegisterSnapshot,
  random: Random,
  client: ClientBase,
  steps = ALL_STEPS,
): Promise<RegisterSnapshot> {
  const next = structuredClone(register);
  const count = random.int(1, 4);
  for (let step = 0; step < count; step += 1) await random.pick(steps)(next, random, client);
  return next;
}
