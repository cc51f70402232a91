import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readList } from '@api/cli/company-list';
import { computedMs } from '@api/platform/work/computed-ms';
import type { EmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { companyColumn, findDuplicates, type CompanyDescription } from '@fieldlab/domain';
import pg from 'pg';
import { plantedCompanies } from './matching/planted-companies';
import { qualityOf, type Quality } from './matching/quality';

type Pair = readonly [number, number];

/** A list, and the pairs of its rows that are one company. */
interface Labelled {
  name: string;
  companies: readonly CompanyDescription[];
  truth: readonly Pair[];
  /** In what way each row differs from its like, where the list says so. */
  kinds?: readonly string[];
}

interface Found {
  way: string;
  pairs: readonly Pair[];
  seconds: number;
  /** Computing alone, in seconds of a core: other programs of the machine do not count. */
  computed?: number;
  /** Of the whole program at its largest so far. */
  megabytes?: number;
}

export interface DuplicatesRow extends Quality {
  list: string;
  way: string;
  pairs: number;
  seconds: number;
  computed?: number | undefined;
  megabytes?: number | undefined;
  /** How many of each kind of difference were found, where the list knows kinds. */
  byKind?: string | undefined;
}

const SEED = 20_261_130;
const PLANTED_SHARE = 0.05;
const AIM =
  'aim: F1 0.97 and B³ F 0.93 where 100,000 were made, in 60 s; 1,000,000 in 600 s and 4 GB; F1 0.90 of a list that is given';
/** More of one key are compared by no way that ends. */
const LARGEST_GROUP = 50;
/** What two names share of their trigrams where they are taken for one; PostgreSQL's own is 0.3, which finds nearly all. */
const TRIGRAMS = 0.6;

/** A list of this many companies, a twentieth of which are planted duplicates. */
export function plantedList(size: number): Labelled {
  const { companies, entities } = plantedCompanies(size, size * PLANTED_SHARE, SEED);
  const firstOf = new Map<number, number>();
  const truth = entities.flatMap((entity, row): Pair[] => {
    const first = firstOf.get(entity);
    if (first === undefined) firstOf.set(entity, row);
    return first === undefined ? [] : [[first, row]];
  });
  return {
    name: `${size.toLocaleString('en')} companies, ${size * PLANTED_SHARE} planted`,
    companies,
    truth,
  };
}

/** The lists of a folder: `NAME-records.csv` with the rows, `NAME-truth.csv` with pairs of their numbers from 0. */
export async function labelledLists(folder: string): Promise<Labelled[]> {
  const files = await readdir(folder);
  const names = files.flatMap((file) =>
    file.endsWith('-records.csv') ? [file.slice(0, -'-records.csv'.length)] : [],
  );
  return Promise.all(names.sort().map((name) => labelledList(folder, name)));
}

async function labelledList(folder: string, name: string): Promise<Labelled> {
  const { headings, rows } = await readList(join(folder, `${name}-records.csv`));
  const columns = headings.map(companyColumn);
  const described = rows.map((row): CompanyDescription => {
    const known = columns.flatMap((column, at) => (column && row[at] ? [[column, row[at]] as const] : []));
    return { name: '', ...Object.fromEntries(known) };
  });
  const truth = (await readList(join(folder, `${name}-truth.csv`))).rows;
  const at = headings.indexOf('hardness');
  return {
    ...{ name, companies: described },
    truth: truth.map(([one, other]): Pair => [Number(one), Number(other)]),
    ...(at >= 0 && { kinds: rows.map((row) => row[at] ?? '') }),
  };
}

/** The product's search beside a comparison of normalised names and, where there is a database, one of trigrams. */
export async function* benchDuplicates(
  list: Labelled,
  cluster?: EmbeddedCluster,
): AsyncGenerator<DuplicatesRow> {
  yield measured(list, search(list));
  yield measured(list, sameNames(list));
  if (cluster) yield measured(list, await trigrams(list, cluster));
}

function measured(list: Labelled, found: Found): DuplicatesRow {
  const { way, pairs, seconds, computed, megabytes } = found;
  const quality = qualityOf(list.companies.length, list.truth, pairs);
  return {
    ...{ list: list.name, way, pairs: pairs.length, seconds, computed, megabytes, ...quality },
    byKind: recallByKind(list, pairs),
  };
}

function search({ companies }: Labelled): Found {
  const [start, computedBefore] = [performance.now(), computedMs()];
  const found = findDuplicates(companies);
  const seconds = (performance.now() - start) / 1000;
  const computed = (computedMs() - computedBefore) / 1000;
  const pairs = found.flatMap(({ left, right, verdict }): Pair[] =>
    verdict === 'same' ? [[left, right]] : [],
  );
  return { way: 'this search', pairs, seconds, computed, megabytes: process.resourceUsage().maxRSS / 1024 };
}

const LEGAL_FORMS = new Set('bv nv vof gmbh ltd limited llc inc corp co holding plc sa ag'.split(' '));

/** As registers without a search of their own tell doubles: the same letters and digits, without a legal form. */
function sameNames({ companies }: Labelled): Found {
  const start = performance.now();
  const groups = new Map<string, number[]>();
  companies.forEach(({ name }, row) => {
    const words = name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll('.', '')
      .split(/[^a-z0-9]/u);
    const key = words.filter((word) => word !== '' && !LEGAL_FORMS.has(word)).join('');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  });
  const pairs = [...groups.values()]
    .filter((rows) => rows.length <= LARGEST_GROUP)
    .flatMap((rows) => rows.flatMap((one, at) => rows.slice(at + 1).map((other): Pair => [one, other])));
  return { way: 'normalised names that are the same', pairs, seconds: (performance.now() - start) / 1000 };
}

/** As PostgreSQL finds likely doubles: an index of trigrams over the names. */
async function trigrams({ companies }: Labelled, cluster: EmbeddedCluster): Promise<Found> {
  const database = `matching_${companies.length}`;
  await cluster.createDatabase(database);
  const client = new pg.Client({ connectionString: cluster.ownerUrl(database) });
  await client.connect();
  try {
    await client.query('create extension if not exists pg_trgm');
    await client.query('create temp table listed (row integer, name text)');
    const names = companies.map(({ name }) => name);
    await client.query('insert into listed select ord - 1, lower(name) from unnest($1::text[]) with ordinality n (name, ord)', [names]); // prettier-ignore
    const start = performance.now();
    await client.query('create index on listed using gin (name gin_trgm_ops)');
    await client.query('analyze listed');
    await client.query(`set pg_trgm.similarity_threshold = ${TRIGRAMS}`);
    const { rows } = await client.query<[number, number]>({
      text: 'select a.row, b.row from listed a join listed b on a.name % b.name and a.row < b.row',
      rowMode: 'array',
    });
    return { way: `trigrams, ${TRIGRAMS} shared`, pairs: rows, seconds: (performance.now() - start) / 1000 };
  } finally {
    await client.end();
  }
}

/** How many of each kind of difference were found; undefined where the list knows no kinds. */
function recallByKind({ kinds, truth }: Labelled, pairs: readonly Pair[]): string | undefined {
  if (!kinds) return undefined;
  const keyOf = ([one, other]: Pair): string => `${Math.min(one, other)} ${Math.max(one, other)}`;
  const found = new Set(pairs.map(keyOf));
  const counts = new Map<string, { all: number; found: number }>();
  for (const pair of truth) {
    for (const kind of new Set(pair.map((row) => kinds[row] ?? ''))) {
      const count = counts.get(kind) ?? { all: 0, found: 0 };
      counts.set(kind, { all: count.all + 1, found: count.found + (found.has(keyOf(pair)) ? 1 : 0) });
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `${kind} ${count.found}/${count.all}`).join(', '); // prettier-ignore
}

export function duplicatesLine(row: DuplicatesRow): string {
  const { list, way, precision, recall, f1, bCubed, pairs, seconds, computed, megabytes, byKind } = row;
  const ofACore = computed === undefined ? '' : `, ${computed.toFixed(1)} s of a core`;
  const memory = megabytes === undefined ? '' : `, ${megabytes.toFixed(0)} MB`;
  return [
    `Duplicates in ${list}: ${way}`,
    `  precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}, B³ F ${bCubed.toFixed(3)}`,
    `  ${pairs} pairs in ${seconds.toFixed(1)} s${ofACore}${memory}${way === 'this search' ? ` (${AIM})` : ''}`,
    ...(byKind === undefined ? [] : [`  found by kind: ${byKind}`]),
  ].join('\n');
}
