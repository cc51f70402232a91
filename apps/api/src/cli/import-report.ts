import type { Language } from '@fieldlab/domain';
import type { Finding, ImportResult } from '../modules/imports/import-request';

const WORDS = {
  en: {
    rejected: (count: number) =>
      `The workbook has ${count} fault${count === 1 ? '' : 's'}; nothing was written.`,
    unchanged: 'The register held all of this already; nothing was changed.',
    imported: 'Imported:',
    created: 'new',
    updated: 'filled in',
    same: 'unchanged',
    reviews: (count: number) => `${count} possible duplicates wait for a person's decision.`,
    warnings: (count: number) => `${count} warning${count === 1 ? '' : 's'}:`,
    more: (count: number) => `… and ${count} more of the same`,
  },
  nl: {
    rejected: (count: number) =>
      `De werkmap heeft ${count} ${count === 1 ? 'fout' : 'fouten'}; er is niets opgeslagen.`,
    unchanged: 'Dit stond allemaal al in het register; er is niets veranderd.',
    imported: 'Ingelezen:',
    created: 'nieuw',
    updated: 'aangevuld',
    same: 'ongewijzigd',
    reviews: (count: number) => `${count} mogelijke dubbelen wachten op een beslissing.`,
    warnings: (count: number) => `${count} ${count === 1 ? 'waarschuwing' : 'waarschuwingen'}:`,
    more: (count: number) => `… en nog ${count} van dezelfde soort`,
  },
} as const;

/** So many warnings of one kind are shown; faults are all shown. */
const SHOWN_OF_A_KIND = 5;

/** What an import did, or everything that kept it from doing anything. */
export function importReport(result: ImportResult, language: Language): string {
  const words = WORDS[language];
  const lines = result.status === 'REJECTED' ? rejection(result, language) : counts(result, language);
  if (result.openReviews > 0) lines.push(words.reviews(result.openReviews));
  if (result.warnings.length > 0)
    lines.push(words.warnings(result.warnings.length), ...shortened(result.warnings, language));
  return lines.join('\n');
}

function rejection({ faults }: ImportResult, language: Language): string[] {
  return [WORDS[language].rejected(faults.length), ...faults.map(sentence)];
}

function counts({ counts: sheets }: ImportResult, language: Language): string[] {
  const words = WORDS[language];
  const rows = Object.entries(sheets);
  if (rows.every(([, sheet]) => sheet.created === 0 && sheet.updated === 0)) return [words.unchanged];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    words.imported,
    ...rows.map(
      ([name, { created, updated, unchanged }]) =>
        `  ${name.padEnd(width)}  ${created} ${words.created}, ${updated} ${words.updated}, ${unchanged} ${words.same}`,
    ),
  ];
}

function shortened(findings: readonly Finding[], language: Language): string[] {
  return [...grouped(findings).values()].flatMap((kind) => {
    const rest = kind.length - SHOWN_OF_A_KIND;
    const shown = kind.slice(0, SHOWN_OF_A_KIND).map(sentence);
    return rest > 0 ? [...shown, `  ${WORDS[language].more(rest)}`] : shown;
  });
}

function grouped(findings: readonly Finding[]): Map<string, Finding[]> {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) kinds.set(finding.code, [...(kinds.get(finding.code) ?? []), finding]);
  return kinds;
}

const sentence = ({ sheet, row, column, code, message }: Finding): string => {
  const place = [sheet, row, column].filter((part) => part !== null).join(':');
  return `  ${place === '' ? '' : `${place}  `}${message} [${code}]`;
};

const BAR_WIDTH = 30;

/** A bar on a terminal, nothing elsewhere: logs and pipes want no moving pictures. */
export class ProgressBar {
  constructor(private readonly stream: NodeJS.WriteStream) {}

  show(done: number, total: number): void {
    if (!this.stream.isTTY || total === 0) return;
    const filled = Math.min(BAR_WIDTH, Math.round((done / total) * BAR_WIDTH));
    this.stream.write(`\r  ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}  ${done} / ${total}`);
  }

  clear(): void {
    if (this.stream.isTTY) this.stream.write('\r\u001b[2K');
  }
}
