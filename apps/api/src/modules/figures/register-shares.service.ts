import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import {
  CENTRE_BREAKDOWNS,
  findIndicator,
  NETHERLANDS,
  sectorSchemeNamed,
  type Breakdown,
} from '@fieldlab/domain';
import { centreCellsBy } from './engine/centre-cells';
import type { EngineContext, Slice } from './engine/engine-context';
import { companyShares, type FamilyShares, type FirmShare, type SharesText } from './engine/firm-shares';
import { KnowledgeRepository } from './engine/knowledge.repository';
import { RECORD_FAMILIES } from './engine/record-families';
import { FigureContexts } from './figure-contexts';
import { checkQuery } from './figures-query';
import { FiguresRepository } from './figures.repository';

export { sharesIn, type FamilyShares, type FirmShare } from './engine/firm-shares';

/** A centre as it was known, and in which cells of other breakdowns it lies. */
export interface CentrePlace {
  id: string;
  code: string;
  cells: Partial<Record<Breakdown, string[]>>;
}

/** All that firms add to figures in one state of the register: plain data, for who computes with it elsewhere. */
export interface RegisterShares<Shares = readonly FirmShare[]> {
  knownAt: string;
  centres: CentrePlace[];
  families: FamilyShares<Shares>[];
}

/** The same for several states: of each slice the digest of a text, which is there once however many states have it. */
export interface MeasuredRegisters {
  registers: RegisterShares<string>[];
  /** By digest. */
  texts: Record<string, string>;
}

/** By family, the digest of its shares in a slice; undefined where there are none. */
type Digests = (string | undefined)[];

/** What was measured of a state of the register, by the key of a slice. */
interface MeasuredState {
  centres: CentrePlace[];
  families: Omit<FamilyShares, 'slices'>[];
  digests: Map<string, Digests>;
}

const MOST_STATES = 200;
/** In characters, of one byte each. */
const MOST_TEXT = 64 * 2 ** 20;

/** Indicators that no company stands behind are left out, with the records that are read for those alone. */
const RECORDS = RECORD_FAMILIES.filter(({ indicators }) => indicators.some(isSensitive));

function isSensitive(code: string): boolean {
  return findIndicator(code)?.sensitivity !== 'never';
}

@Injectable()
export class RegisterSharesService {
  private readonly states = new LRUCache<string, MeasuredState>({ max: MOST_STATES });
  private readonly texts = new LRUCache<string, string>({
    maxSize: MOST_TEXT,
    sizeCalculation: ({ length }) => length,
  });

  constructor(
    @Inject(KnowledgeRepository) private readonly knowledge: KnowledgeRepository,
    @Inject(FiguresRepository) private readonly repository: FiguresRepository,
    @Inject(FigureContexts) private readonly contexts: FigureContexts,
  ) {}

  /**
   * What firms add in each of the slices, as it was known at each of these instants; a slice is named by its key.
   * @param onState called before each state of the register; what it throws ends the measuring
   */
  async measure(
    instants: readonly string[],
    slices: readonly Slice[],
    onState?: () => void,
  ): Promise<MeasuredRegisters> {
    const texts: Record<string, string> = {};
    const registers: RegisterShares<string>[] = [];
    for (const knownAt of instants) {
      onState?.();
      registers.push(await this.measureAt(knownAt, slices, texts));
    }
    return { registers, texts };
  }

  /** What was known stays so: what was measured before is not read again, unless its text was forgotten. */
  private async measureAt(
    knownAt: string,
    slices: readonly Slice[],
    texts: Record<string, string>,
  ): Promise<RegisterShares<string>> {
    const before = this.states.get(knownAt);
    const missing = slices.filter(({ key }) => !this.recall(before?.digests.get(key), texts));
    const state = before && missing.length === 0 ? before : await this.read(knownAt, missing, texts);
    const digests = new Map([...(before?.digests ?? []), ...state.digests]);
    this.states.set(knownAt, { ...state, digests });
    const families = state.families.map((family, index) => ({
      ...family,
      slices: Object.fromEntries(
        slices.flatMap(({ key }) => {
          const digest = digests.get(key)?.[index];
          return digest === undefined ? [] : [[key, digest]];
        }),
      ),
    }));
    return { knownAt, centres: state.centres, families };
  }

  /** Answers whether all of the texts are known still, and lays them beside the others. */
  private recall(digests: Digests | undefined, texts: Record<string, string>): boolean {
    return (
      digests?.every((digest) => {
        const text = digest === undefined ? '' : (texts[digest] ?? this.texts.get(digest));
        if (digest !== undefined && text !== undefined) texts[digest] = text;
        return text !== undefined;
      }) ?? false
    );
  }

  private async read(
    knownAt: string,
    slices: readonly Slice[],
    texts: Record<string, string>,
  ): Promise<MeasuredState> {
    const { centres, families } = await this.sharesAt(knownAt, slices);
    const digests = new Map<string, Digests>();
    for (const { key } of slices) {
      const found = families.map((family) => family.slices[key]);
      for (const { digest, text } of found.flatMap((one) => one ?? [])) {
        texts[digest] = text;
        this.texts.set(digest, text);
      }
      digests.set(
        key,
        found.map((one) => one?.digest),
      );
    }
    return { centres, families: families.map(({ slices: _, ...family }) => family), digests };
  }

  private sharesAt(knownAt: string, slices: readonly Slice[]): Promise<RegisterShares<SharesText>> {
    return this.knowledge.readAt(checkQuery({ knownAt }).knownAt, async (client, register) => {
      const centres = await this.repository.centres(client, register);
      const sectors = await this.contexts.sectors(register, { sectorVersion: undefined });
      const context: EngineContext = {
        ...{ client, register, centres, slices: [...slices] },
        ...{ provinceOf: 'company', countBy: 'company' },
        sectorScheme: sectorSchemeNamed(NETHERLANDS, sectors.version),
      };
      const families = slices.length === 0 ? [] : [await companyShares(context)];
      for (const family of slices.length === 0 ? [] : RECORDS) {
        families.push(await family.shares(context));
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
