import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './project.mjs';

/** What JSON never becomes. */
const NOT_JSON = new Set(['Date', 'Buffer', 'bigint', 'null', 'Date[]', 'Buffer[]', 'bigint[]']);

/**
 * Holds the row types that statements are read as against what the database answered to them.
 * @param calls as `rowTypesOf` finds them
 * @param seen of each statement asked: the lines that asked, from the nearest on, and its columns
 * @returns a sentence for each property that is not what its type says, and which calls were seen or never
 */
export function compareRows(calls, seen) {
  const places = new Map(calls.map((call) => [`${call.file}:${call.line}`, call]));
  const typed = calls.filter(({ isGeneric, properties }) => !isGeneric && properties.length > 0);
  const reached = new Set();
  const faults = new Set();
  for (const answer of seen) {
    const call = callOf(answer.from, places);
    if (!call) continue;
    reached.add(call);
    for (const property of call.properties) {
      const fault = faultIn(property, answer);
      if (fault) faults.add(`${call.file}:${call.line} ${fault}`);
    }
  }
  const unseen = typed.filter((call) => !reached.has(call)).map(({ file, line }) => `${file}:${line}`);
  return { faults: [...faults].sort(), total: typed.length, unseen };
}

/** What stands between a statement and the line that says its type: `rowsOf` itself, and transactions. */
const BETWEEN = 'apps/api/src/platform/database/';

/** The call nearest to the database that says a type. No other line may be between, or the statement is not its own. */
function callOf(from, places) {
  for (const at of from) {
    const call = places.get(at);
    if (call && !call.isGeneric) return call;
    if (!call && !at.startsWith(BETWEEN)) return undefined;
  }
  return undefined;
}

function faultIn({ name, kinds, isOptional }, { fields, nulls }) {
  const field = fields.find((one) => one.name === name);
  if (!field) return isOptional ? undefined : `says "${name}", which the statement does not answer`;
  const said = `says that "${name}" is ${kinds.join(' | ')}, and`;
  if (!takes(kinds, field.kind)) return `${said} the database answers ${field.type}, read as ${field.kind}`;
  const mayBeNull = isOptional || kinds.includes('null') || kinds.includes('unknown');
  return nulls.includes(name) && !mayBeNull ? `${said} the database answered null` : undefined;
}

function takes(kinds, kind) {
  if (kinds.includes('unknown') || kinds.includes(kind)) return true;
  if (kind === 'json') return kinds.some((one) => !NOT_JSON.has(one));
  if (kind === 'json[]') return kinds.some((one) => one.endsWith('[]') && !NOT_JSON.has(one));
  return kind.endsWith('[]') && kinds.includes('unknown[]');
}

/** Says what a whole run of the tests showed of row types, and answers how many are wrong. */
export function rowFaults(typesFile, seenFolder) {
  if (!existsSync(typesFile)) {
    say('\nRow types: the check of types found none to compare.');
    return 1;
  }
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  const files = existsSync(seenFolder) ? readdirSync(seenFolder) : [];
  const seen = files.flatMap((file) => read(join(seenFolder, file)));
  const { faults, total, unseen } = compareRows(read(typesFile), seen);
  for (const fault of faults) say(`✘ ${fault}.`);
  const never = unseen.length > 0 ? `; never asked: ${unseen.join(', ')}` : '';
  say(
    `\nRow types: ${total - unseen.length} of ${total} were held against what the database answers${never}.`,
  );
  return faults.length;
}
