import {
  companyColumn,
  findDuplicates,
  matchPair,
  toldReason,
  type CompanyColumn,
  type CompanyDescription,
  type FoundPair,
  type Match,
} from '@fieldlab/domain';
import Papa from 'papaparse';
import { readList } from './company-list';
import { DUPLICATES_USAGE, parseDuplicatesOptions, type DuplicatesOptions } from './duplicates-options';
import { UsageError } from './usage-error';

const DONE = 0;
const WRONG_USAGE = 2;

/** A pair as it is printed: rows are numbered from 1 below the headings. */
interface PrintedPair extends Match, Pick<FoundPair, 'left' | 'right'> {
  names: [string, string];
}

/** Finds the rows of a list that may be one company, or scores given pairs of companies; needs no register. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseDuplicatesOptions(args);
  process.stdout.write(printed(await (options.arePairs ? scorePairs(options) : scan(options)), options));
  return DONE;
}

async function scan({ file, map }: DuplicatesOptions): Promise<PrintedPair[]> {
  const { headings, rows } = await readList(file);
  const read = readerOf(headings.map((heading) => map.get(heading) ?? companyColumn(heading)));
  const companies = rows.map(read);
  return findDuplicates(companies).map((pair) => ({
    ...pair,
    names: [companies[pair.left]?.name ?? '', companies[pair.right]?.name ?? ''],
  }));
}

async function scorePairs({ file, map }: DuplicatesOptions): Promise<PrintedPair[]> {
  const { headings, rows } = await readList(file);
  const sideOf = (side: '1' | '2') =>
    readerOf(
      headings.map((heading) =>
        heading.endsWith(side)
          ? (map.get(heading.slice(0, -1)) ?? companyColumn(heading.slice(0, -1)))
          : undefined,
      ),
    );
  const [left, right] = [sideOf('1'), sideOf('2')];
  return rows.map((row, index) => {
    const [one, other] = [left(row), right(row)];
    return { left: index, right: index, names: [one.name, other.name], ...matchPair(one, other) };
  });
}

/** Reads a row's texts into a description. @throws UsageError when no column holds the name */
function readerOf(columns: readonly (CompanyColumn | undefined)[]): (row: string[]) => CompanyDescription {
  if (!columns.includes('name'))
    throw new UsageError('No column holds the name; say which: --map name=HEADING.');
  return (row) => {
    const known = columns.flatMap((column, index): [CompanyColumn, string][] => {
      const text = row[index] ?? '';
      return column === undefined || text === '' ? [] : [[column, text]];
    });
    // Of two columns that hold the same, the first that says something counts.
    return { name: '', ...Object.fromEntries(known.reverse()) };
  };
}

function printed(pairs: readonly PrintedPair[], { format, language }: DuplicatesOptions): string {
  const rows = pairs.map(({ left, right, score, verdict, reasons, names }) => ({
    ...{ left: left + 1, right: right + 1, score, verdict, names },
    reasons: reasons.map((reason) => toldReason(reason, language)),
  }));
  if (format === 'json') {
    return `${JSON.stringify({ pairs: rows.map(({ names: _, ...pair }) => pair) })}\n`;
  }
  const inWords = rows.map(({ names: [one, other], reasons, ...pair }) => ({
    ...pair,
    leftName: one,
    rightName: other,
    reasons: reasons.map(({ text }) => text).join('; '),
  }));
  if (format === 'csv') return `${Papa.unparse(inWords)}\r\n`;
  const lines = inWords.map(({ left, right, score, verdict, leftName, rightName, reasons }) =>
    [score.toFixed(2), verdict.padEnd(9), `${left} ${leftName}  =  ${right} ${rightName}`, reasons].join(
      '  ',
    ),
  );
  return [...lines, `${rows.length} pairs`, ''].join('\n');
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${DUPLICATES_USAGE}\n`);
  return WRONG_USAGE;
});
