import { Inject, Injectable } from '@nestjs/common';
import { fault, invalidInput, notFound } from '@fieldlab/domain';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import { noteExport } from '../../access/note-export';
import { Database } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Mailer } from '../../platform/mail/mailer';
import type { Finds, Item, PersonalDataExport, PersonalDataSearch } from './personal-data.dto';
import { PersonalDataRepository } from './personal-data.repository';

/** Of an erasure: it names nobody, since a reason stays. */
const REASON = 'AVG';

/** What somebody may ask of the register about themselves: what it holds, a copy of it, and to be forgotten. */
@Injectable()
export class PersonalDataService {
  constructor(
    @Inject(PersonalDataRepository) private readonly data: PersonalDataRepository,
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  search(actor: Actor, { terms }: PersonalDataSearch): Promise<Finds> {
    requirePermission(actor, 'personal-data:erase');
    return this.data.search(terms);
  }

  /** Every version of what was chosen, for the person it is about; that it was made is in the trail. */
  async export(actor: Actor, items: readonly Item[]): Promise<PersonalDataExport> {
    requirePermission(actor, 'personal-data:erase');
    const found = await this.database.reading(
      async (client) => {
        const whole: PersonalDataExport['items'] = [];
        for (const item of items) whole.push({ ...item, ...(await this.data.whole(client, item)) });
        return whole;
      },
      { kind: 'batch' },
    );
    if (found.every(({ versions }) => versions.length === 0)) throw notFound('What was chosen');
    await noteExport(this.unitOfWork, actor, 'personal-data');
    return { generatedAt: new Date().toISOString(), items: found };
  }

  /**
   * All of it, or nothing; what is counted stays as it was.
   * @throws DomainError NOT_A_NATURAL_PERSON, ACCOUNT_IN_USE; INVALID_INPUT where there is nothing (any more)
   */
  async erase(actor: Actor, items: readonly Item[]): Promise<void> {
    requirePermission(actor, 'personal-data:erase');
    const addresses: string[] = [];
    await this.unitOfWork.runSql(
      authorshipOf(actor, REASON),
      async (client) => {
        addresses.length = 0;
        const missing: number[] = [];
        for (const [place, item] of items.entries()) {
          const theirs = await this.data.addressesOf(client, item);
          if (await this.data.erase(client, item)) addresses.push(...theirs);
          else missing.push(place);
        }
        // A sole trader's erasure takes notes and contacts along that were chosen as well.
        if (missing.length === items.length)
          throw invalidInput(missing.map((place) => fault(`items.${place}`, 'NO_SUCH_RECORD')));
        for (const address of addresses) await this.mailer.forget(client, address);
      },
      'batch',
    );
    for (const address of addresses) await this.mailer.forgetFiles(address);
  }
}
