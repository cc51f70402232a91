import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Database } from '@api/platform/database/database';
import { Bench, type Row } from './bench';
import { benchBounds, boundLine } from './bounds.bench';
import { line } from './compare';
import { benchDisclosure, benchGenerated } from './disclosure.bench';
import { benchDuplicates, duplicatesLine, labelledLists, plantedList } from './duplicates.bench';
import { benchEurope } from './europe.bench';
import { benchFigures, benchGrowth } from './figures.bench';
import { benchImport } from './import.bench';
import { EUROPE, GROWING } from './large-register';
import { benchLists, rateLine } from './lists.bench';
import { benchMigrations } from './migrations.bench';
import { benchMixed } from './mixed.bench';
import { benchRequests, requestLine } from './request.bench';
import { benchScreens, screenLine } from './screens.bench';
import { benchWrites, writesLine } from './writes.bench';

/** Companies in the lists that are searched for duplicates; trigrams of more than the fewest take very long. */
const MATCHED = { fewest: 10_000, usual: 100_000, most: 1_000_000 };

/** What is asked of a register in which nothing can be recorded. */
const FEW_READS = { rounds: 3, isReadOnly: true };

type Part = (bench: Bench) => AsyncIterable<Row>;

const PARTS: Readonly<Record<string, Part>> = {
  async *import(bench) {
    const measured = await benchImport(await bench.cluster());
    yield { text: line(measured), measured };
  },
  async *lists(bench) {
    const { owner, appUrl } = await bench.largeRegister();
    for (const measured of await benchLists(owner, appUrl)) yield { text: rateLine(measured), measured };
  },
  async *request(bench) {
    const { owner, appUrl } = await bench.largeRegister();
    for await (const measured of benchRequests(owner, appUrl))
      yield { text: requestLine(measured), measured };
  },
  async *writes(bench) {
    const { owner, appUrl } = await bench.largeRegister();
    for await (const measured of benchWrites(owner, appUrl)) yield { text: writesLine(measured), measured };
  },
  async *screens(bench) {
    const { owner, appUrl } = await bench.largeRegister();
    for await (const measured of benchScreens(owner, appUrl)) yield { text: screenLine(measured), measured };
  },
  async *figures(bench) {
    const { appUrl, between } = await bench.largeRegister();
    yield* withDatabase(appUrl, async function* (database) {
      for (const measured of await benchFigures(database, between)) yield { text: line(measured), measured };
    });
    for (const size of GROWING) {
      const grown = await bench.largeRegister(size);
      yield* withDatabase(grown.appUrl, (database) => benchGrowth(database, size));
    }
  },
  async *bounds(bench) {
    const { owner, appUrl } = await bench.largeRegister();
    for await (const measured of benchBounds(owner, appUrl)) yield { text: boundLine(measured), measured };
  },
  async *mixed(bench) {
    const register = await bench.largeRegister();
    yield* benchMixed(register.owner, register);
  },
  async *duplicates(bench) {
    const folder = process.env.BENCH_MATCHING;
    for (const list of [plantedList(MATCHED.fewest), ...(folder ? await labelledLists(folder) : [])])
      yield* rowsOfDuplicates(list, await bench.cluster());
    yield* rowsOfDuplicates(plantedList(MATCHED.usual));
  },
  async *'duplicates-million'() {
    yield* rowsOfDuplicates(plantedList(MATCHED.most));
  },
  async *europe(bench) {
    const register = await bench.largeRegister(EUROPE);
    yield* benchEurope(register);
    for await (const measured of benchRequests(register.owner, register.appUrl, FEW_READS))
      yield { text: requestLine(measured), measured };
  },
  async *migrations(bench) {
    yield* benchMigrations(await bench.cluster());
  },
  async *disclosure() {
    const folder = process.env.BENCH_DISCLOSURE_TABLES;
    if (!folder) say('BENCH_DISCLOSURE_TABLES names no folder of tables: generated ones are measured.');
    const all = folder ? [await benchDisclosure(folder)] : benchGenerated();
    for await (const lines of all) yield { text: lines.join('\n'), measured: { lines } };
  },
};
async function* rowsOfDuplicates(...asked: Parameters<typeof benchDuplicates>): AsyncIterable<Row> {
  for await (const measured of benchDuplicates(...asked)) yield { text: duplicatesLine(measured), measured };
}

async function* withDatabase(
  url: string,
  measure: (database: Database) => AsyncIterable<Row>,
): AsyncIterable<Row> {
  const database = new Database(url);
  try {
    yield* measure(database);
  } finally {
    await database.close();
  }
}

/** What takes long to fill, and tables that are not the product's, are measured when they are asked for. */
const WHEN_ASKED = ['bounds', 'europe', 'disclosure', 'duplicates-million', 'migrations'];
const BY_DEFAULT = Object.keys(PARTS).filter((name) => !WHEN_ASKED.includes(name));
const USAGE = `npm run bench [-- PART…] [--json FILE]
Parts: ${Object.keys(PARTS).join(', ')}; without a name all but ${WHEN_ASKED.join(', ')}`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** @throws Error for a part that is not there */
function readArguments(): { names: string[]; json: string | undefined } {
  const { values, positionals } = parseArgs({
    ...{ options: { json: { type: 'string' } }, allowPositionals: true },
  });
  const unknown = positionals.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}.`);
  return { names: positionals.length > 0 ? positionals : BY_DEFAULT, json: values.json };
}

async function run(names: readonly string[]): Promise<object[]> {
  const bench = new Bench(say);
  const all: object[] = [];
  try {
    for (const name of names)
      for await (const { text, measured } of PARTS[name]?.(bench) ?? []) {
        say(text);
        all.push({ part: name, ...measured });
      }
    return all;
  } finally {
    await bench.close();
  }
}

let wanted: ReturnType<typeof readArguments> | undefined;
try {
  wanted = readArguments();
} catch (error) {
  say(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = 2;
}
if (wanted) {
  const measured = await run(wanted.names);
  if (wanted.json !== undefined) await writeFile(wanted.json, `${JSON.stringify(measured, null, 2)}\n`);
}
