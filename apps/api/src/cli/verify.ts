import { readFile } from 'node:fs/promises';
import { sealOf } from '../modules/reports/seal';

const WHOLE = 0;
const BROKEN = 1;
const WRONG_USAGE = 2;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Checks the seal of a downloaded edition: needs the file alone, and neither the server nor a register. */
async function main([path, ...others]: readonly string[]): Promise<number> {
  if (path === undefined || others.length > 0) {
    say('npm run verify -- FILE.json   FILE.json: an edition as it was downloaded');
    return WRONG_USAGE;
  }
  const edition = await read(path);
  if (!edition) return BROKEN;
  const { seal, report, edition: number, knownAt } = edition;
  if (typeof seal !== 'string') {
    say(`${path} has no seal: it is not a published edition.`);
    return BROKEN;
  }
  const computed = sealOf(edition);
  if (computed !== seal) {
    say(`${path} WAS CHANGED: its seal says ${seal}, its content ${computed}.`);
    return BROKEN;
  }
  const title =
    typeof report === 'object' && report !== null && 'title' in report ? String(report.title) : path;
  process.stdout.write(
    `Whole: "${title}", edition ${String(number)}, as known at ${String(knownAt)}, seal ${seal}\n`,
  );
  return WHOLE;
}

async function read(path: string): Promise<Record<string, unknown> | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
    say(`${path} holds no edition.`);
  } catch (error) {
    say(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
  return undefined;
}

process.exitCode = await main(process.argv.slice(2));
