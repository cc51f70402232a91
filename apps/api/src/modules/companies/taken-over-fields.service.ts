import { Inject, Injectable } from '@nestjs/common';
import { NETHERLANDS } from '@fieldlab/domain';
import type { Actor } from '../../access/actor';
import type { Transaction } from '../../platform/database/database';
import type { PatchInput } from '../../resource/fields';
import { CompaniesService } from './companies.service';
import { NUMBER_FIELDS, PROFILE_FIELDS, type Company, type CompanyFields } from './company.dto';
import {
  addNumber,
  periodsChangedSince,
  putNumber,
  releaseNumber,
  releaseRow,
  type IssuedNumber,
} from './merged-companies.repository';

/** A field that a survivor took over: what it had before, and what it has of the company merged into it. */
export interface TakenOver {
  field: string;
  from: unknown;
  to: unknown;
  /** Of a number: the row of the merged company in which the survivor's former one is kept meanwhile. */
  numberId?: string | undefined;
}

export interface Pair {
  survivorId: string;
  mergedId: string;
}

/**
 * What the survivor of a merge takes over from the company merged into it, and how that is given back. Of numbers the
 * two are exchanged: each belongs to one company, and both must go on finding the firm.
 */
@Injectable()
export class TakenOverFieldsService {
  constructor(@Inject(CompaniesService) private readonly companies: CompaniesService) {}

  /** Gives the survivor the merged company's values of these fields. */
  async takeOver(
    tx: Transaction,
    actor: Actor,
    { survivorId, mergedId }: Pair,
    fields: readonly string[],
  ): Promise<TakenOver[]> {
    const [survivor, merged] = [
      await this.companies.read(tx, survivorId),
      await this.companies.read(tx, mergedId),
    ];
    const taken = withVersions(fields).map((field): TakenOver => {
      return { field, from: valueOf(survivor, field), to: valueOf(merged, field) };
    });
    for (const one of taken.filter(isExchange)) {
      one.numberId = await releaseNumber(tx.client, mergedId, one.field);
    }
    await this.write(
      tx,
      actor,
      survivorId,
      taken.map(({ field, to }) => [field, to]),
    );
    for (const one of taken.filter(isExchange)) {
      if (typeof one.from !== 'string') continue;
      const number = issued(one.field, one.from, survivor);
      if (one.numberId === undefined) one.numberId = await addNumber(tx.client, mergedId, number);
      else await putNumber(tx.client, one.numberId, number);
    }
    return taken;
  }

  /** The fields that somebody changed after they were taken over. */
  async editedSince(
    tx: Transaction,
    { survivorId, mergeId }: { survivorId: string; mergeId: string },
    taken: readonly TakenOver[],
  ): Promise<string[]> {
    if (taken.length === 0) return [];
    const survivor = await this.companies.read(tx, survivorId);
    const changed = await periodsChangedSince(tx.client, survivorId, mergeId);
    const isEdited = ({ field, to }: TakenOver): boolean =>
      valueOf(survivor, field) !== to ||
      (isNumber(field) && changed.has('company_numbers')) ||
      (PROFILES.includes(field) && changed.has('company_profiles'));
    return taken.filter(isEdited).map(({ field }) => field);
  }

  /** Makes the fields named in `restored` what they were, and gives the merged company its numbers back. */
  async giveBack(
    tx: Transaction,
    actor: Actor,
    { survivorId, mergedId }: Pair,
    { taken, restored }: { taken: readonly TakenOver[]; restored: readonly string[] },
  ): Promise<void> {
    const exchanged = taken.filter(isExchange);
    for (const { numberId } of exchanged) if (numberId !== undefined) await releaseRow(tx.client, numberId);
    const back = taken.filter(({ field }) => restored.includes(field));
    await this.write(
      tx,
      actor,
      survivorId,
      back.map(({ field, from }) => [field, from]),
    );
    const merged = await this.companies.read(tx, mergedId);
    for (const { field, to, numberId } of exchanged) {
      if (numberId !== undefined && typeof to === 'string')
        await putNumber(tx.client, numberId, issued(field, to, merged));
    }
  }

  private async write(tx: Transaction, actor: Actor, id: string, values: [string, unknown][]): Promise<void> {
    if (values.length === 0) return;
    // The names come from the fields of a company, and the values from one.
    const input = Object.fromEntries(values) as PatchInput<CompanyFields>;
    await this.companies.patchWithin(tx, actor, id, input, { evenMergedAway: true });
  }
}

const PROFILES: readonly string[] = PROFILE_FIELDS;
const isNumber = (field: string): boolean => NUMBER_FIELDS.some((name) => name === field);
const isExchange = ({ field, from, to }: TakenOver): boolean => isNumber(field) && from !== to;
const valueOf = (company: Company, field: string): unknown => company[field as keyof Company] ?? null;

/** A sector code says nothing without the version of the list that it is of. */
const withVersions = (fields: readonly string[]): string[] => [
  ...new Set(fields.flatMap((field) => (field === 'sbiCode' ? [field, 'sbiVersion'] : [field]))),
];

const issued = (field: string, number: string, { country }: Company): IssuedNumber => ({
  scheme: field === 'kvkNumber' ? NETHERLANDS.companyNumber.scheme : (country ?? NETHERLANDS.country),
  number,
});
