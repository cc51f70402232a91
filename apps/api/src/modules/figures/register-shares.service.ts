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
import { companyShares, type FamilyShares, type Grain } from './engine/firm-shares';
import { KnowledgeRepository } from './engine/knowledge.repository';
import { RECORD_FAMILIES } from './engine/record-families';
import type { FirmShare, SharesText } from './engine/shares-text';
import { FigureContexts } from './figure-contexts';
import { checkQuery } from './figures-query';
import { FiguresRepository } from './figures.repository';

export type { FamilyShares, Grain } from './engine/firm-shares';
export { sharesIn, type FirmShare } from './engine/shares-text';

/** A centre as it was known, and in which cells of other breakdowns it lies. */
interface CentrePlace {
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

/** The same for several states: of each slice the digest of its texts, which are there once however many states have them. */
export interface MeasuredRegisters {
  registers: RegisterShares<string>[];
  /** By digest. */
  texts: Record<string, string[]>;
}

/** What is measured, and how far. */
export interface Measuring {
  slices: readonly Slice[];
  grain: Grain;
  /** Called before each state of the register and with each piece of text that is new; what it throws ends the measuring. */
  onStep?: (length: number) => void;
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
  private readonly texts = new LRUCache<string, string[]>({
    maxSize: MOST_TEXT,
    sizeCalculation: (pieces) => pieces.reduce((sum, { length }) => sum + length, 0),
  });

  constructor(
    @Inject(KnowledgeRepository) private readonly knowledge: KnowledgeRepository,
    @Inject(FiguresRepository) private readonly repository: FiguresRepository,
    @Inject(FigureContexts) private readonly contexts: FigureContexts,
  ) {}

  /** What firms add in each of the slices, as it was known at each of these instants; a slice is named by its key. */
  async measure(instants: readonly string[], measuring: Measuring): Promise<MeasuredRegisters> {
    const texts: MeasuredRegisters['texts'] = {};
    const registers: RegisterShares<string>[] = [];
    for (const knownAt of instants) {
      measuring.onStep?.(0);
      registers.push(await this.measureAt(knownAt, measuring, texts));
    }
    return { registers, texts };
  }

  /** What was known stays so: what was measured before is not read again, unless its text was forgotten. */
  private async measureAt(
    knownAt: string,
    measuring: Measuring,
    texts: MeasuredRegisters['texts'],
  ): Promise<RegisterShares<string>> {
    const { slices, grain } = measuring;
    const name = [knownAt, grain.isByCentre, ...grain.breakdowns.toSorted()].join(' ');
    const before = this.states.get(name);
    const missing = slices.filter(({ key }) => !this.recall(before?.digests.get(key), texts));
    const state =
      before && missing.length === 0
        ? before
        : await this.read(knownAt, { ...measuring, slices: missing }, texts);
    const digests = new Map([...(before?.digests ?? []), ...state.digests]);
    this.states.set(name, { ...state, digests });
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
  private recall(digests: Digests | undefined, texts: MeasuredRegisters['texts']): boolean {
    return (
      digests?.every((digest) => {
        const pieces = digest === undefined ? [] : (texts[digest] ?? this.texts.get(digest));
        if (digest !== undefined && pieces !== undefined) texts[digest] = pieces;
        return pieces !== undefined;
      }) ?? false
    );
  }

  private async read(
    knownAt: string,
    measuring: Measuring,
    texts: MeasuredRegisters['texts'],
  ): Promise<MeasuredState> {
    const { centres, families } = await this.sharesAt(knownAt, measuring);
    const digests = new Map<string, Digests>();
    for (const { key } of measuring.slices) {
      const found = families.map((family) => family.slices[key]);
      for (const { digest, pieces } of found.flatMap((one) => one ?? [])) {
        texts[digest] = pieces;
        this.texts.set(digest, pieces);
      }
      digests.set(
        key,
        found.map((one) => one?.digest),
      );
    }
    return { centres, families: families.map(({ slices: _, ...family }) => family), digests };
  }

  private sharesAt(
    knownAt: string,
    { slices, grain, onStep = () => undefined }: Measuring,
  ): Promise<RegisterShares<SharesText>> {
    return this.knowledge.readAt(checkQuery({ knownAt }).knownAt, async (client, register) => {
      const centres = await this.repository.centres(client, register);
      const sectors = await this.contexts.sectors(register, { sectorVersion: undefined });
      const context: EngineContext = {
        ...{ client, register, centres, slices: [...slices] },
        ...{ placedBy: 'company', countBy: 'company' },
        sectorScheme: sectorSchemeNamed(NETHERLANDS, sectors.version),
      };
      const families = slices.length === 0 ? [] : [await companyShares(context, grain, onStep)];
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
