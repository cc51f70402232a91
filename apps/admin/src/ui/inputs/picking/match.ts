import { NETHERLANDS, normaliseCompanyName, foldText } from '@fieldlab/domain';

/** The fields by which somebody may name exactly one record. */
const NUMBERS = ['kvkNumber', 'foreignNumber', 'code', 'email'] as const;

/** How well a record answers to what was typed, best first. */
const RANKS = ['number', 'name', 'beginning', 'similar'] as const;
export type Rank = (typeof RANKS)[number];

export interface Ranked<T> {
  hits: T[];
  /** The first hit, where its number, its name or the beginning of its name was typed. */
  meant: T | undefined;
  /** Whether no other hit answers as well: then it may be taken unseen. */
  isSole: boolean;
}

/** The hits in the order of how well they answer to what was typed; the server's order decides between equals. */
export function ranked<T extends object>(
  typed: string,
  found: readonly T[],
  nameOf: (record: T) => string,
): Ranked<T> {
  const ranks = found.map((record) => rankOf(typed, record, nameOf(record)));
  const hits = RANKS.flatMap((rank) => found.filter((_, index) => ranks[index] === rank));
  const best = RANKS.find((rank) => ranks.includes(rank));
  const [meant] = best === undefined || best === 'similar' ? [] : hits;
  return { hits, meant, isSole: meant !== undefined && ranks.filter((rank) => rank === best).length === 1 };
}

export function rankOf(typed: string, record: object, name: string): Rank {
  const text = foldText(typed);
  if (text === '') return 'similar';
  if (numbersOf(record).some((number) => bare(number) === bare(typed))) return 'number';
  const plain = foldText(name);
  const isName = plain === text || firm(name) === firm(typed);
  if (isName) return 'name';
  return plain.startsWith(text) ? 'beginning' : 'similar';
}

/** `12 34.56 78` is 12345678 as well. */
const bare = (text: string): string => text.toLowerCase().replace(/[\s.]/g, '');

/**
 * What the server is asked for: a number without what people put between its digits, and a firm without its legal
 * form, which is spelled in too many ways to find it by.
 */
export function searchText(typed: string): string {
  const text = typed.trim();
  if (/^[\d\s.]+$/.test(text)) return text.replace(/[\s.]/g, '');
  const words = firm(text).split(' ').length;
  return firm(text) === foldText(text) ? text : text.split(/\s+/).slice(0, words).join(' ');
}

const firm = (name: string): string => normaliseCompanyName(NETHERLANDS, name);

function numbersOf(record: object): string[] {
  const fields = record as Partial<Record<string, unknown>>;
  return NUMBERS.map((field) => fields[field]).filter((value) => typeof value === 'string');
}
