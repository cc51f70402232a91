import { Inject, Injectable } from '@nestjs/common';
import { CENTRE_BREAKDOWNS, findIndicator, type Breakdown } from '@fieldlab/domain';
import { centreCellsBy } from './engine/centre-cells';
import type { EngineContext, Slice } from './engine/engine-context';
import { companyShares, recordShares, type FamilyShares } from './engine/firm-shares';
import { KnowledgeRepository } from './engine/knowledge.repository';
import { RECORD_FAMILIES } from './engine/record-families';
import { checkQuery } from './figures-query';
import { FiguresRepository } from './figures.repository';

export type { FamilyShares, FirmShare } from './engine/firm-shares';

/** A centre as it was known, and in which cells of other breakdowns it lies. */
export interface CentrePlace {
  id: string;
  code: string;
  cells: Partial<Record<Breakdown, string[]>>;
}

/** All that firms add to figures in one state of the register: plain data, for who computes with it elsewhere. */
export interface RegisterShares {
  knownAt: string;
  centres: CentrePlace[];
  families: FamilyShares[];
}

/** Indicators that no company stands behind are left out, with the records that are read for those alone. */
const RECORDS = RECORD_FAMILIES.filter(({ indicators }) => indicators.some(isSensitive));

function isSensitive(code: string): boolean {
  return findIndicator(code)?.sensitivity !== 'never';
}

const isRatio = (code: string): boolean => findIndicator(code)?.kind === 'ratio';

@Injectable()
export class RegisterSharesService {
  constructor(
    @Inject(KnowledgeRepository) private readonly knowledge: KnowledgeRepository,
    @Inject(FiguresRepository) private readonly repository: FiguresRepository,
  ) {}

  /** What firms add in each of the slices, as it was known; a slice is named by its key. */
  sharesAt(knownAt: string, slices: readonly Slice[]): Promise<RegisterShares> {
    return this.knowledge.readAt(checkQuery({ knownAt }).knownAt, async (client, register) => {
      const centres = await this.repository.centres(client, register);
      const context: EngineContext = {
        ...{ client, register, centres, slices: [...slices] },
        provinceOf: 'company',
      };
      const families = slices.length === 0 ? [] : [await companyShares(context)];
      for (const family of slices.length === 0 ? [] : RECORDS) {
        families.push(await recordShares(family, context, isRatio));
      }
      const places = centres.map((centre): CentrePlace => ({
        id: centre.id,
        code: centre.code,
        cells: Object.fromEntries(CENTRE_BREAKDOWNS.map((by) => [by, centreCellsBy(by)?.(centre) ?? []])),
      }));
      return { knownAt, centres: places, families };
    });
  }
}
