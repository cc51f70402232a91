import { Inject, Injectable } from '@nestjs/common';
import type { EditionDocument } from '@fieldlab/domain';
import { Database } from '../../../platform/database/database';
import { breathe } from '../../../platform/work/in-turns';
import { measuredWindows } from '../disclosure/model/build-problem';
import { grainOf } from '../disclosure/model/grain';
import { windowKey } from '../disclosure/model/windows';
import { related } from '../disclosure/related';
import { RegisterSharesService } from '../../figures/register-shares.service';
import { editionDocument, editionMembers } from '../edition-document';
import { EditionsRepository } from '../editions.repository';
import { ReportsService } from '../reports.service';
import { RestatementService } from '../restatement.service';
import { membersFile } from '../seal';
import type { PublishingInput } from './disclose';

/** An edition about to be published, with what decides how much of it is public. */
export interface PreparedEdition {
  document: EditionDocument;
  /** The records behind its figures, as the bytes that are kept; the document has their digest. */
  members: string;
  /**
   * What is public by now, with what companies add to it. `onStep` is called before each reading of the register and with
   * the length of each piece of what was read, and throws when it takes too long or too much.
   */
  beside: (onStep: (length: number) => void) => Promise<Beside>;
}
interface Beside extends Pick<PublishingInput, 'measured'> {
  published: { text: string; seal: string }[];
}

/** Reads from the register all that an edition is made of. */
@Injectable()
export class EditionPreparationService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EditionsRepository) private readonly editions: EditionsRepository,
    @Inject(ReportsService) private readonly reports: ReportsService,
    @Inject(RestatementService) private readonly restatement: RestatementService,
    @Inject(RegisterSharesService) private readonly shares: RegisterSharesService,
  ) {}

  /** @param onStep told when its figures are known, and what changed since the edition before. */
  async prepare(reportId: string, onStep: () => void): Promise<PreparedEdition> {
    const report = await this.reports.forPublishing(reportId);
    const frozen = await this.reports.figuresOf(report);
    const { text: members, digest: membersDigest } = await membersFile(editionMembers(frozen));
    const own = { ...editionDocument(report, frozen, new Date()), membersDigest };
    onStep();
    const document = { ...own, ...(await this.changes(own)) };
    onStep();
    return { document, members, beside: this.besideOf(document) };
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
    return async (onStep) => {
      const published = await this.editions.publicTexts(this.database.pool);
      const editions: EditionDocument[] = [];
      for (const { text } of published) {
        editions.push(JSON.parse(text) as EditionDocument);
        await breathe(); // others are answered before the next is read
      }
      const documents = [document, ...related(document, editions)];
      const slices = measuredWindows(documents).map((window) => ({ ...window, key: windowKey(window) }));
      const instants = [...new Set(documents.map(({ knownAt }) => knownAt))];
      const measuring = { slices, grain: grainOf(documents), onStep };
      return { published, measured: await this.shares.measure(instants, measuring) };
    };
  }
}
