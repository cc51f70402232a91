import { Inject, Injectable } from '@nestjs/common';
import { findIndicator, type EditionDocument } from '@fieldlab/domain';
import { Database } from '../../../platform/database/database';
import type { Shares } from '../disclosure/published-before';
import { editionDocument } from '../edition-document';
import { EditionsRepository } from '../editions.repository';
import { ReportsService, type AskedEdition, type FirmsInCells } from '../reports.service';
import { RestatementService } from '../restatement.service';
import type { DisclosureInput } from './disclose';

/** An edition about to be published, with what decides how much of it is public. */
export interface PreparedEdition {
  document: EditionDocument;
  firms: FirmsInCells;
  /** What is public by now, with what firms add to its sums; what was computed once is not computed again. */
  beside: () => Promise<Beside>;
}
export type Beside = Pick<DisclosureInput, 'shares'> & {
  published: (DisclosureInput['published'][number] & { seal: string })[];
};

/** Reads from the register all that an edition is made of. */
@Injectable()
export class EditionPreparationService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EditionsRepository) private readonly editions: EditionsRepository,
    @Inject(ReportsService) private readonly reports: ReportsService,
    @Inject(RestatementService) private readonly restatement: RestatementService,
  ) {}

  /** @param onStep told when its figures are known, the firms behind them, and what changed since the edition before. */
  async prepare(reportId: string, onStep: () => void): Promise<PreparedEdition> {
    const report = await this.reports.forPublishing(reportId);
    const own = editionDocument(report, await this.reports.figuresOf(report), new Date());
    onStep();
    const firms = await this.reports.firmsBehind(own);
    onStep();
    const document = { ...own, ...(await this.changes(own)) };
    onStep();
    return { document, firms, beside: this.besideOf(document) };
  }

  private async changes(
    document: EditionDocument,
  ): Promise<Pick<EditionDocument, 'changes' | 'previous'> | undefined> {
    const { pool } = this.database;
    const before = await this.editions.find(pool, document.report.id, document.edition - 1);
    if (!before) return undefined;
    const earlier = JSON.parse(before.document) as EditionDocument;
    const changes = await this.restatement.changes(earlier, document);
    return { changes, previous: { edition: before.number, seal: before.seal } };
  }

  private besideOf(document: EditionDocument): PreparedEdition['beside'] {
    const known = new Map<string, Promise<Shares>>();
    const sharesOf = (key: string, edition: AskedEdition): Promise<Shares> => {
      const shares = known.get(key) ?? this.reports.sharesBehind(edition);
      known.set(key, shares);
      return shares;
    };
    return async () => {
      const published: Beside['published'] = [];
      let shares: Shares | undefined;
      for (const { seal, text, head } of await this.editions.publicHeads(this.database.pool)) {
        const differs = mayDiffer(document, head);
        if (differs) shares = await sharesOf('', document);
        published.push({ seal, text, shares: differs ? await sharesOf(seal, head) : undefined });
      }
      return { published, shares };
    };
  }
}

/** Answers whether sums of both may differ by what a few firms did: the same sums, of another day or state. */
function mayDiffer(document: AskedEdition, earlier: AskedEdition): boolean {
  const codesOf = ({ indicators }: AskedEdition): string[] =>
    indicators.flatMap((name) => findIndicator(name)?.code ?? []);
  const own = new Set<string>(codesOf(document));
  const isAnother = earlier.knownAt !== document.knownAt || earlier.asOf !== document.asOf;
  return (
    isAnother &&
    codesOf(earlier).some((code) => own.has(code) && SUMMED.has(findIndicator(code)?.counts ?? ''))
  );
}

/** Of these records firms have more or less; other indicators count firms themselves, or nothing that is a firm's. */
const SUMMED: ReadonlySet<string> = new Set(['attendance', 'outcome', 'investment']);
