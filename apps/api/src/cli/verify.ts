import { readFile } from 'node:fs/promises';
import { digestOf, sealOf } from '../modules/reports/seal';

type JsonObject = Record<string, unknown>;

const WHOLE = 0;
const BROKEN = 1;
const WRONG_USAGE = 2;
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Checks the seal of a downloaded edition and, when it is given too, whether its members file is the one that was
 * sealed: needs these files alone, and neither the server nor a register.
 */
async function main([path, membersPath, ...others]: readonly string[]): Promise<number> {
  if (path === undefined || others.length > 0) {
    say(
      'npm run verify -- FILE.json [FILE.members.json]   an edition, and its members file, as they were downloaded',
    );
    return WRONG_USAGE;
  }
  const edition = await read(path);
  if (!edition || !isWhole(path, edition)) return BROKEN;
  if (membersPath === undefined) return WHOLE;
  const members = await read(membersPath);
  return members && areMembersOf(edition, membersPath, members) ? WHOLE : BROKEN;
}

function isWhole(path: string, edition: JsonObject): boolean {
  const { seal, report, edition: number, knownAt } = edition;
  if (typeof seal !== 'string') {
    say(`${path} has no seal: it is not a published edition.`);
    return false;
  }
  const computed = sealOf(edition);
  if (computed !== seal) {
    say(`${path} WAS CHANGED: its seal says ${seal}, its content ${computed}.`);
    return false;
  }
  const title =
    typeof report === 'object' && report !== null && 'title' in report ? String(report.title) : path;
  tell(`Whole: "${title}", edition ${String(number)}, as known at ${String(knownAt)}, seal ${seal}`);
  return true;
}

function areMembersOf({ membersDigest }: JsonObject, path: string, members: JsonObject): boolean {
  if (typeof membersDigest !== 'string') {
    say(`The edition names no members file, so that ${path} cannot be compared with it.`);
    return false;
  }
  const computed = digestOf(members);
  if (computed !== membersDigest) {
    say(
      `${path} IS NOT ITS MEMBERS FILE, or was changed: the edition says ${membersDigest}, its content ${computed}.`,
    );
    return false;
  }
  tell(`Its members file is the one that was sealed, digest ${membersDigest}`);
  return true;
}

async function read(path: string): Promise<JsonObject | undefined> {
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
