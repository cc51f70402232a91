import { Inject, Injectable } from '@nestjs/common';
import { DomainError, invalidInput, NETHERLANDS, type InputFault } from '@fieldlab/domain';
import { requirePermission, type Actor } from '../../access/actor';
import { Database, type SqlClient } from '../../platform/database/database';
import { sql } from '../../platform/database/sql';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { PatchInput } from '../../records/fields';
import { columnOf } from '../../records/record-spec';
import { RecordService, type WriteOptions } from '../../records/record.service';
import { numbersOf, profilesOf, removePeriod, writePeriod } from './company-periods.repository';
import { companySpec, NUMBER_FIELDS, PROFILE_FIELDS, type Company, type CompanyFields } from './company.dto';
import type { CompanyNumbers, CompanyProfiles } from './company.dto';

type Row = Record<string, unknown>;
export interface CompanyWriteOptions extends WriteOptions {
  /** Starts a new period on this day instead of correcting the one that holds. */
  effectiveOn?: string | undefined;
}

@Injectable()
export class CompaniesService extends RecordService<CompanyFields> {
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
      throw invalidInput([{ path: 'effectiveOn', message: `Only ${DATED.join(', ')} have periods.` }]);
    }
    return super.patch(actor, id, version, input, options);
  }

  protected override async getForWrite(
    client: SqlClient,
    actor: Actor,
    id: string,
    version?: number,
  ): Promise<Company> {
    const company = await super.getForWrite(client, actor, id, version);
    if ('mergedIntoId' in company && company.mergedIntoId !== null) {
      throw new DomainError('MERGED_AWAY', 'This company was merged into another; write that one.');
    }
    return company;
  }

  protected override async insert(client: SqlClient, values: Row): Promise<string> {
    const id = await super.insert(client, values);
    await this.writeDated(client, id, values, undefined);
    return id;
  }

  protected override async update(
    client: SqlClient,
    current: Company,
    values: Row,
    options: CompanyWriteOptions = {},
  ): Promise<string> {
    // Also when only dated values change: the company is one record, and this is its next version.
    await super.update(client, current, values);
    await this.writeDated(client, current.id, { country: current.country, ...values }, options.effectiveOn);
    return current.id;
  }

  protected override rules(
    _client: SqlClient,
    _actor: Actor,
    { country, foreignNumber }: Row,
  ): Promise<InputFault[]> {
    const isHome = country === NETHERLANDS.country && foreignNumber !== null && foreignNumber !== undefined;
    return Promise.resolve(
      isHome
        ? [
            {
              path: 'foreignNumber',
              message: 'A Dutch company has a KvK number; say which country issued this.',
            },
          ]
        : [],
    );
  }

  private async writeDated(
    client: SqlClient,
    id: string,
    values: Row,
    effectiveOn: string | undefined,
  ): Promise<void> {
    for (const name of NUMBER_FIELDS) {
      if (!(name in values)) continue;
      const scheme = name === 'kvkNumber' ? NETHERLANDS.companyNumber.scheme : String(values.country);
      const where = {
        table: 'company_numbers',
        among:
          name === 'kvkNumber' ? sql`scheme = ${scheme}` : sql`scheme <> ${NETHERLANDS.companyNumber.scheme}`,
      } as const;
      const number = values[name];
      if (number === null || number === undefined) await removePeriod(client, where, id);
      else await writePeriod(client, where, { companyId: id, effectiveOn }, { scheme, number });
    }
    const profile = PROFILE_FIELDS.filter((name) => name in values).map((name) => [
      columnOf(name),
      values[name] ?? null,
    ]);
    if (profile.length > 0 && (effectiveOn !== undefined || profile.some(([, value]) => value !== null))) {
      const where = { table: 'company_profiles', among: sql`true` } as const;
      await writePeriod(client, where, { companyId: id, effectiveOn }, Object.fromEntries(profile) as Row);
    } else if (profile.length > 0) {
      await clearProfile(client, id, Object.fromEntries(profile) as Row);
    }
  }
}

const DATED: readonly string[] = [...NUMBER_FIELDS, ...PROFILE_FIELDS];

/** Emptied values correct the profile there is; without one there is nothing to empty. */
async function clearProfile(client: SqlClient, id: string, values: Row): Promise<void> {
  const { total } = await profilesOf(client, id);
  if (total > 0)
    await writePeriod(client, { table: 'company_profiles', among: sql`true` }, { companyId: id }, values);
}
