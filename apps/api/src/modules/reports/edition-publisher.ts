import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type EditionDocument } from '@fieldlab/domain';
import { Database } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { WorkService } from '../../platform/work/work.service';
import { EditionsRepository, type PublishedDocuments } from './editions.repository';
import { DISCLOSURE_TIME_MS } from './disclosure/input';
import type { Disclosed, PublishingInput, SealedDocuments } from './publishing/disclose';
import { discloseTask } from './publishing/disclose-task';
import { EditionPreparationService } from './publishing/edition-preparation.service';
import { disclosureNotProved } from './publishing/publishing-refusals';
import { authorOf, PublishingRepository, type Publishing } from './publishing/publishing.repository';

interface PublishOptions {
  signal: AbortSignal;
  /** In percent. */
  onProgress: (done: number) => void;
}

/** How far it is when a step is done, in percent: disclosure control, in between, takes the longest. */
const PREPARED = 30;
const PROGRESS = [15, PREPARED];
const DISCLOSED = 95;
/** A share of disclosure control as a part of the whole, in percent. */
const whileDisclosing = (done: number, total: number): number =>
  Math.round(PREPARED + ((DISCLOSED - PREPARED) * done) / Math.max(total, 1));
/** Of what companies add, in characters: of a million shares more than can be proved in time. */
const MOST_MEASURED = 256 * 2 ** 20;
/** In less than this nothing is proved. */
const SHORTEST_MS = 1000;

/** Makes the documents of an edition and publishes them. */
@Injectable()
export class EditionPublisher {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EditionsRepository) private readonly editions: EditionsRepository,
    @Inject(PublishingRepository) private readonly publishings: PublishingRepository,
    @Inject(EditionPreparationService) private readonly preparation: EditionPreparationService,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WorkService) private readonly work: WorkService,
  ) {}

  /**
   * Computes, and then writes under a lock if what is public is still what it was computed beside; else again, for
   * what is suppressed depends on all that is public. Writes nothing when the publishing is not this job's any more.
   * @throws DomainError PUBLISHING_DISCLOSES, DISCLOSURE_NOT_PROVED, and as computing does (WORK_TIMED_OUT, …)
   */
  async publish(publishing: Publishing, { signal, onProgress }: PublishOptions): Promise<void> {
    const steps = PROGRESS.values();
    const prepared = await this.preparation.prepare(publishing.reportId, () => {
      onProgress(steps.next().value ?? DISCLOSED);
    });
    let timeMs = DISCLOSURE_TIME_MS;
    for (;;) {
      signal.throwIfAborted();
      const { pool } = this.database;
      const auditHead = await this.editions.auditHead(pool);
      const document = { ...prepared.document, publishedAt: new Date().toISOString(), auditHead };
      const began = Date.now();
      let measured = 0;
      const beside = await prepared.beside((length) => {
        signal.throwIfAborted();
        measured += length;
        if (Date.now() - began > timeMs || measured > MOST_MEASURED) throw disclosureNotProved(document, []);
      });
      timeMs -= Date.now() - began;
      const { computedMs, ...sealed } = await this.disclosed(
        { document, ...beside, timeMs },
        { signal, onProgress },
      );
      timeMs -= computedMs;
      onProgress(DISCLOSED);
      const edition = {
        reportId: publishing.reportId,
        number: document.edition,
        members: prepared.members,
        ...sealed,
      };
      if (await this.write(publishing, edition, beside.published)) return;
    }
  }

  /** Within what is left of the time of one publishing altogether, however often it is computed. */
  private async disclosed(
    input: PublishingInput,
    { signal, onProgress }: PublishOptions,
  ): Promise<Disclosed> {
    const { document, published, timeMs } = input;
    const notProved = (): DomainError =>
      disclosureNotProved(
        document,
        published.map(({ text }) => JSON.parse(text) as EditionDocument),
      );
    if (timeMs < SHORTEST_MS) throw notProved();
    try {
      return await this.work.run(discloseTask, input, {
        ...{ signal, timeMs },
        onProgress: (done, total) => onProgress(whileDisclosing(done, total)),
      });
    } catch (error) {
      throw error instanceof DomainError && error.code === 'WORK_OUT_OF_MEMORY' ? notProved() : error;
    }
  }

  /** Answers false when another edition became public since. The lock is held no longer than it takes to write. */
  private write(
    publishing: Publishing,
    {
      whole,
      open,
      ...edition
    }: SealedDocuments & Pick<PublishedDocuments, 'reportId' | 'number' | 'members'>,
    beside: readonly { seal: string }[],
  ): Promise<boolean> {
    return this.unitOfWork.runSql(
      authorOf(publishing),
      async (client) => {
        await this.editions.lockPublishing(client);
        if (!(await this.publishings.hold(client, publishing))) return true;
        if (!(await this.editions.arePublic(client, beside))) return false;
        await this.editions.insert(client, {
          ...edition,
          document: whole.text,
          publicDocument: open.text,
        });
        await this.publishings.end(client, publishing, 'done');
        return true;
      },
      'batch',
    );
  }
}
