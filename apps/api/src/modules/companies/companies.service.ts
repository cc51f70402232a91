import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  errorSentence,
  invalidInput,
  NETHERLANDS,
  type InputFault,
  type Language,
  fault,
  snakeCase,
} from '@fieldlab/domain';
import { authorshipOf, boundOf, requirePermission, type Actor } from '../../access/actor';
import { Database, type Transaction } from '../../platform/database/database';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Turns } from '../../platform/work/turns';
import type { CreateInput, PatchInput } from '../../resource/fields';
import { lockMerges } from '../../resource/firms';
import type { RecordVersion } from '../../resource/record-history';
import type { Page } from '../../resource/record-repository';
import { atVersion, RecordService, type WriteOptions } from '../../resource/record.service';
import type { CompanyMatches, CompanyMatchQuery } from './company-match.dto';
import { matchesOf } from './company-matches';
import { findCompanies, findDeletedHolders, foundIds } from './company-matches.repository';
import { companyHistory } from './company-history.repository';
import { numberHolder, releaseRow, survivorOf } from './merged-companies.repository';
import { groupsOf, hasParent, numbersOf, profilesOf, writeDated } from './company-periods.repository';
import {
  companySchemas,
  companySpec,
  NUMBER_FIELDS,
  PROFILE_FIELDS,
  type Company,
  type CompanyFields,
} from './company.dto';
import type { CompanyGroups, CompanyNumbers, CompanyProfiles } from './company.dto';
import { lastChangeOf, takeBackPeriods } from './last-change.repository';

export { companySpec } from './company.dto';

export { companySchemas };
export type { Company };
export { describedAs } from './company-matches';

type Row = Record<string, unknown>;
export interface CompanyWriteOptions extends WriteOptions {
  /** Starts a new period on this day instead of correcting the one that holds. */
  effectiveOn?: string | undefined;
  /** For what a merge itself changes and takes back: others write the firm that a merged company is now. */
  evenMergedAway?: true | undefined;
}

@Injectable()
export class CompaniesService extends RecordService<CompanyFields> {
  /** Others need connections too: so many at once are matched, and so many wait. */
  private readonly matching = new Turns(2, 50);

  constructor(@Inject(Database) database: Database, @Inject(UnitOfWork) unitOfWork: UnitOfWork) {
    super(companySpec, database, unitOfWork);
  }

  async numbers(actor: Actor, id: string): Promise<CompanyNumbers> {
    await this.get(actor, id);
    return numbersOf(this.database.pool, id);
  }

  async profiles(actor: Actor, id: string): Promise<CompanyProfiles> {
    await this.get(actor, id);
    return profilesOf(this.database.pool, id);
  }

  async groups(actor: Actor, id: string): Promise<CompanyGroups> {
    await this.get(actor, id);
    return groupsOf(this.database.pool, id);
  }

  /** For each description the firm that is meant, or those that may be, with how likely that is and why. */
  async matches(actor: Actor, { companies }: CompanyMatchQuery, language: Language): Promise<CompanyMatches> {
    requirePermission(actor, 'company:read');
    const { found, deleted } = await this.matching.run(() =>
      this.database.reading(async (client) => ({
        found: await findCompanies(client, companies),
        deleted: await findDeletedHolders(client, companies),
      })),
    );
    const known = await this.many(actor, found.flatMap(foundIds));
    return { data: await matchesOf(companies, { found, deleted, known }, language) };
  }

  /** Live companies by their ids, merged ones included. */
  async many(actor: Actor, ids: readonly string[]): Promise<Map<string, Company>> {
    requirePermission(actor, 'company:read');
    const id = [...new Set(ids)];
    if (id.length === 0) return new Map();
    const query = { page: 1, perPage: id.length, id };
    const { data } = await this.records.list(this.database, query, boundOf(actor));
    return new Map(data.map((company) => [company.id, company]));
  }

  override async patch(
    actor: Actor,
    id: string,
    version: number,
    input: PatchInput<CompanyFields>,
    options: CompanyWriteOptions = {},
  ): Promise<Company> {
    requirePermission(actor, 'company:write');
    const { effectiveOn } = options;
    if (effectiveOn !== undefined && !DATED.some((name) => name in input)) {
      throw invalidInput([fault('effectiveOn', 'HAS_NO_PERIODS', { fields: DATED.join(', ') })]);
    }
    return super.patch(actor, id, version, input, options);
  }

  override async createWithin(
    tx: Transaction,
    actor: Actor,
    input: CreateInput<CompanyFields>,
    options: WriteOptions = {},
  ): Promise<Company> {
    if (input.groupId) await lockMerges(tx.client);
    return super.createWithin(tx, actor, input, options);
  }

  override async patchWithin(
    tx: Transaction,
    actor: Actor,
    id: string,
    input: PatchInput<CompanyFields>,
    options: CompanyWriteOptions & { version?: number } = {},
  ): Promise<Company> {
    if (PROFILE_FIELDS.some((name) => name in input)) await this.lockFamily(tx, id, input);
    return super.patchWithin(tx, actor, id, input, options);
  }

  /**
   * Takes the last change of a company back as a whole: its own fields, its numbers and its profile are as they were
   * before it, and the periods that it began are gone.
   * @throws DomainError NOTHING_BEFORE, BUILT_UPON where its periods were changed since, STALE_VERSION
   */
  async undoChange(actor: Actor, id: string, version: number, options: WriteOptions): Promise<Company> {
    requirePermission(actor, 'company:write');
    return this.unitOfWork.run(authorshipOf(actor, options.reason), async (tx) => {
      await this.lockFamily(tx, id);
      const current = await this.getForWrite(tx, actor, id, version);
      const change = await lastChangeOf(tx.client, id);
      if (!change?.before) throw new DomainError('NOTHING_BEFORE', errorSentence('NOTHING_BEFORE', {}, 'en'));
      if (!change.isUntouched) throw new DomainError('BUILT_UPON', errorSentence('BUILT_UPON', {}, 'en'));
      await super.update(tx, current, ownFields(change.before));
      await takeBackPeriods(tx.client, id, change);
      return this.reread(tx, actor, id);
    });
  }

  protected override async restoreWithin(tx: Transaction, actor: Actor, id: string): Promise<Company> {
    await this.lockFamily(tx, id);
    return super.restoreWithin(tx, actor, id);
  }

  /**
   * What writes a profile with a parent takes the lock of merges, and so does a merge before it takes its companies:
   * whoever had a company first and then waited for the lock would wait for who waits for the company.
   */
  private async lockFamily(
    tx: Transaction,
    id: string,
    { groupId }: { groupId?: unknown } = {},
  ): Promise<void> {
    if (groupId || (await hasParent(tx.client, id))) await lockMerges(tx.client);
  }

  protected override async getForWrite(
    tx: Transaction,
    actor: Actor,
    id: string,
    version?: number,
    options: CompanyWriteOptions = {},
  ): Promise<Company> {
    const company = await super.getForWrite(tx, actor, id, undefined, options);
    // Comes before the version: a later one of a company that was merged away could not be written either.
    if (!options.evenMergedAway) await this.assertNotMergedAway(tx, id);
    return atVersion(company, version);
  }

  /** Any live company, within the caller's transaction. */
  async read(tx: Transaction, id: string): Promise<Company> {
    return (await this.records.find(tx, id, undefined)) ?? this.notFound();
  }

  /** @throws DomainError MERGED_AWAY with the firm that the company is now */
  async assertNotMergedAway(tx: Transaction, id: string): Promise<void> {
    const survivor = await survivorOf(tx.client, id);
    if (!survivor) return;
    const about = { survivorId: survivor.id, survivorName: survivor.name };
    throw new DomainError('MERGED_AWAY', errorSentence('MERGED_AWAY', about, 'en'), [], about);
  }

  protected override async insert(tx: Transaction, values: Row, options: WriteOptions): Promise<string> {
    await claimNumbers(tx, values);
    const id = await super.insert(tx, values, options);
    await writeDated(tx.client, { companyId: id }, values);
    return id;
  }

  /** On another day than today the values of today say nothing about what changes. */
  protected override changes(current: Company, sent: Row, options: CompanyWriteOptions): Row {
    const changed = super.changes(current, sent, options);
    if (options.effectiveOn === undefined) return changed;
    const dated = Object.entries(sent).filter(([name]) => DATED.includes(name));
    return { ...changed, ...Object.fromEntries(dated) };
  }

  protected override versions(id: string): Promise<Page<RecordVersion>> {
    return companyHistory(this.database.pool, id);
  }

  protected override async update(
    tx: Transaction,
    current: Company,
    values: Row,
    options: CompanyWriteOptions = {},
  ): Promise<string> {
    // Also when only dated values change: the company is one record, and this is its next version.
    const dated = withScheme(current, values);
    await claimNumbers(tx, dated, current.id);
    await super.update(tx, current, values);
    await writeDated(tx.client, { companyId: current.id, effectiveOn: options.effectiveOn }, dated);
    return current.id;
  }

  protected override rules(_tx: Transaction, _actor: Actor, values: Row): Promise<InputFault[]> {
    return Promise.resolve(companyFaults(values));
  }
}

/** Of a row what stands in the company's own table, by the names of its fields. */
const ownFields = (row: Row): Row =>
  Object.fromEntries(
    Object.keys(companySpec.fields)
      .filter((name) => !DATED.includes(name))
      .map((name) => [name, row[snakeCase(name)]]),
  );

const DATED: readonly string[] = [...NUMBER_FIELDS, ...PROFILE_FIELDS];

/**
 * The database keeps a number one company's; asked first, the refusal says whose it is. That of a company merged into
 * this one is its own, and comes over.
 * @throws DomainError DUPLICATE_NUMBER
 */
async function claimNumbers({ client }: Transaction, values: Row, id?: string): Promise<void> {
  for (const field of NUMBER_FIELDS) {
    const number = values[field];
    if (typeof number !== 'string') continue;
    const holder = await numberHolder(client, { field, number, country: String(values.country) });
    if (!holder || holder.recordId === id) continue;
    if (holder.id === id) {
      await releaseRow(client, holder.rowId);
      continue;
    }
    const about = { companyId: holder.id, companyName: holder.name, number };
    throw new DomainError('DUPLICATE_NUMBER', errorSentence('DUPLICATE_NUMBER', about, 'en'), [], about);
  }
}

/** A foreign number is kept under its country: when that changes, so does the number's. */
function withScheme(current: Company, values: Row): Row {
  const moves = 'country' in values && current.foreignNumber !== null;
  return { country: current.country, ...(moves ? { foreignNumber: current.foreignNumber } : {}), ...values };
}

/** What depends on the country that a company is of. */
function companyFaults({ country, foreignNumber, province }: Row): InputFault[] {
  const isHome = country === NETHERLANDS.country;
  const isRegion = NETHERLANDS.regions.some(({ code }) => code === province);
  const faults: InputFault[] = [];
  if (isHome && typeof foreignNumber === 'string') {
    faults.push(fault('foreignNumber', 'NEEDS_A_COUNTRY'));
  }
  if (isHome && typeof province === 'string' && !isRegion) faults.push(fault('province', 'NOT_A_PROVINCE'));
  return faults;
}
