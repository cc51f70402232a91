import { allOf, empty, join, raw, sql, type Sql } from '../platform/database/sql';

/** How the words of q find records. Each part is a condition that an index serves, so that any of them may hold. */
export interface Search {
  /** Text expressions of t itself, each with a trigram index. */
  texts?: Sql[];
  /** Numbers of t by their first digits. */
  prefixes?: (prefix: string) => Sql;
  /** Relations of t: the column that points at one, and which of them a word finds. */
  through?: { column: Sql; finds: (word: string) => Sql }[];
}

const MOST_WORDS = 8;
/** Two digits and more are looked for at the start of numbers, also when people type spaces or dots in them. */
const NUMBER = /^\d[\d.]+$/;

/** Every word must be found somewhere: in a text, forgiving accents, case and small typing errors, or as a number's start. */
export function searchCondition(search: Search, q: string): Sql {
  const words = q.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  // Of what the longest word finds there is least, mostly.
  const first = words.reduce((one, other) => (other.length > one.length ? other : one), '');
  return allOf(words.map((word) => sql`(${join(waysToFind(search, word, word === first), ' or ')})`));
}

/** @param isFirst of the word by which records are found; those that it finds are held against the others. */
function waysToFind({ texts = [], prefixes, through = [] }: Search, word: string, isFirst: boolean): Sql[] {
  const digits = digitsOf(word);
  return [
    ...textFinds(texts, word),
    ...(prefixes && digits !== undefined ? [prefixes(digits)] : []),
    // An array is found once, and then serves the index of the column; a join would not. But a record is held against an
    // array element by element, of which there may be a hundred thousand, and against a set at once.
    ...through.map(({ column, finds }) =>
      isFirst ? sql`${column} = any(array(${finds(word)}))` : sql`${column} in (${finds(word)})`,
    ),
  ];
}

const digitsOf = (word: string): string | undefined =>
  NUMBER.test(word) ? word.replace(/\D/g, '') : undefined;

/** As a part of the text, or as a word of it that differs by a letter or two (pg_trgm's word similarity). */
const textFinds = (texts: readonly Sql[], word: string): Sql[] =>
  texts.flatMap((text) => [
    sql`${text} like '%' || like_pattern(searchable(${word})) || '%'`,
    ...(isShort(word) ? [] : [sql`${text} %> searchable(${word})`]),
  ]);

/** A word without a trigram of its own resembles everything and nothing. */
const isShort = (word: string): boolean => word.length < 3;

/**
 * The best finds first: what is called so, then what begins so, then what resembles it most, the shorter before the
 * longer. Empty where nothing was asked or texts are not what is searched.
 */
export function byRelevance({ texts = [] }: Search, q: string): Sql {
  const [text] = texts;
  if (!text || isShort(q)) return empty;
  const asked = sql`searchable(${q})`;
  const begins = sql`like_pattern(${asked}) || '%'`;
  const anyOf = (test: (one: Sql) => Sql): Sql => sql`(${join(texts.map(test), ' or ')}) desc`;
  const ways = [
    anyOf((one) => sql`${one} = ${asked}`),
    anyOf((one) => sql`${one} like ${begins}`),
    sql`word_similarity(${asked}, ${text}) desc`,
    sql`similarity(${asked}, ${text}) desc`,
  ];
  return sql`${join(ways, ', ')},`;
}

/**
 * Companies that a word finds by name or by a number, also a former one or that of a firm merged into them. Records that
 * point at a merged company show the survivor's name, so that finds them too.
 */
const companiesFound = (word: string): Sql => {
  const byName = sql`
    select companies_merged_into(array(
      select f.id from companies f
       where f.deleted_at is null and (${join(textFinds([sql`searchable(f.name)`], word), ' or ')})))`;
  const digits = digitsOf(word);
  return digits === undefined ? byName : sql`${byName} union all ${companiesNumbered(digits)}`;
};

export const companiesNumbered = (digits: string): Sql => sql`
  select unnest(array[n.company_id, company_root(n.company_id)]) from company_numbers n
   where n.deleted_at is null and n.number like ${`${digits}%`}`;

export const throughCompany = (column: string) => ({ column: raw(column), finds: companiesFound });

export const throughCentre = (column: string) => ({
  column: raw(column),
  finds: (word: string): Sql => sql`
    select f.id from centres f where ${join(textFinds([sql`searchable(f.name)`, sql`searchable(f.code)`], word), ' or ')}`,
});

export const throughActivity = (column: string) => ({
  column: raw(column),
  finds: (word: string): Sql => sql`
    select f.id from activities f where ${join(textFinds([sql`searchable(f.title)`], word), ' or ')}`,
});
