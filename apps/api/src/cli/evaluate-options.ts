import { parseArgs } from 'node:util';
import { LANGUAGES, type Breakdown, type CountBy, type FiguresQuery, type Language } from '@fieldlab/domain';
import { UsageError } from './usage-error';

export const FORMATS = ['table', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export interface EvaluateOptions {
  workbook: string;
  inMemory: boolean;
  query: FiguresQuery;
  format: Format;
  output: string | undefined;
  language: Language;
}

export const USAGE = `Usage: npm run evaluate -- --workbook FILE [options]

  --workbook FILE       an .xlsx, a .zip of CSV files or a folder of them
  --in-memory           into a register that is thrown away, not into yours
  --as-of DATE          the date on which it was true (default today)
  --from DATE           the first day of the period (default the programme's start)
  --known-at INSTANT    as it was known then, for example 2021-04-22T10:00:00Z (default now)
  --scope SCOPE         programme (default), hub:CODE or centre:CODE
  --by DIMENSION        a breakdown: centre, kind, hub, year, quarter, technology, province, …
  --sector-version V    with --by sector: 2008 or 2025 (default the one that most profiles have)
  --count-by WHAT       company (default) or group, of the indicators that count companies
  --indicator CODE      one indicator, as jobs or jobs@1; repeat for several (default all)
  --format FORMAT       table (default), json or csv
  --output FILE         write to FILE.json, FILE.xlsx or FILE.pdf as well
  --language LANGUAGE   en (default) or nl`;

const OPTIONS = {
  workbook: { type: 'string' },
  'in-memory': { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  from: { type: 'string' },
  'known-at': { type: 'string' },
  scope: { type: 'string' },
  by: { type: 'string' },
  'sector-version': { type: 'string' },
  'count-by': { type: 'string' },
  indicator: { type: 'string', multiple: true },
  format: { type: 'string', default: 'table' },
  output: { type: 'string' },
  language: { type: 'string', default: 'en' },
} as const;

/** @throws UsageError naming what is wrong; names that only the register knows are checked later. */
export function parseEvaluateOptions(args: readonly string[]): EvaluateOptions {
  const values = parse(args);
  if (values.workbook === undefined) throw new UsageError('Say which workbook: --workbook FILE.');
  return {
    workbook: values.workbook,
    inMemory: values['in-memory'],
    query: {
      asOf: values['as-of'],
      from: values.from,
      knownAt: values['known-at'],
      scope: values.scope,
      by: values.by as Breakdown | undefined, // checked with the rest of the query
      sectorVersion: values['sector-version'],
      countBy: values['count-by'] as CountBy | undefined,
      indicators: values.indicator,
    },
    format: oneOf('--format', values.format, FORMATS),
    output: checkOutput(values.output),
    language: oneOf('--language', values.language, LANGUAGES),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option} is "${value}"; choose ${allowed.join(', ')}.`);
  return found;
}

function checkOutput(file: string | undefined): string | undefined {
  if (file === undefined || /\.(json|xlsx|pdf)$/i.test(file)) return file;
  throw new UsageError(`--output is "${file}"; a file ending in .json, .xlsx or .pdf can be written.`);
}
