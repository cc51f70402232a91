import { parseArgs } from 'node:util';
import { companyColumn, LANGUAGES, type CompanyColumn, type Language } from '@fieldlab/domain';
import { UsageError } from './usage-error';

const FORMATS = ['table', 'json', 'csv'] as const;

export interface DuplicatesOptions {
  /** A list of companies, or of pairs of companies where `arePairs`. */
  file: string;
  arePairs: boolean;
  /** What a heading of the file holds, where it was said. */
  map: ReadonlyMap<string, CompanyColumn>;
  format: (typeof FORMATS)[number];
  language: Language;
}

export const DUPLICATES_USAGE = `Usage: npm run duplicates -- FILE.csv|FILE.xlsx [options]

  --map NAME=HEADING,…  which column holds what: name, kvk_number, country, street, postcode,
                        municipality, website, phone, email; headings like these are found by themselves
  --pairs FILE          score given pairs instead: columns name1 and name2, and any other with 1 and 2
  --format FORMAT       table (default), json or csv
  --language LANGUAGE   of the reasons: en (default) or nl`;

const OPTIONS = {
  map: { type: 'string', multiple: true },
  pairs: { type: 'string' },
  format: { type: 'string', default: 'table' },
  language: { type: 'string', default: 'en' },
} as const;

/** @throws UsageError naming what is wrong */
export function parseDuplicatesOptions(args: readonly string[]): DuplicatesOptions {
  const { values, positionals } = parse(args);
  const [file, ...more] = [...positionals, ...(values.pairs === undefined ? [] : [values.pairs])];
  if (file === undefined || more.length > 0)
    throw new UsageError('Say which file: one list, or --pairs FILE.');
  return {
    file,
    arePairs: values.pairs !== undefined,
    map: new Map((values.map ?? []).flatMap((one) => one.split(',')).map(mapping)),
    format: oneOf('--format', values.format, FORMATS),
    language: oneOf('--language', values.language, LANGUAGES),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function mapping(text: string): [string, CompanyColumn] {
  const at = text.indexOf('=');
  const [name, heading] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const column = at < 0 ? undefined : companyColumn(name);
  if (!column || heading === '') {
    throw new UsageError(`--map has "${text}"; write name=HEADING, for example name=org_name.`);
  }
  return [heading, column];
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option} is "${value}"; choose ${allowed.join(', ')}.`);
  return found;
}
