import {
  foldText,
  normaliseCompanyName,
  NETHERLANDS,
  readCompanyNumber,
  type Column,
} from '@fieldlab/domain';
import { useQuery } from '@tanstack/react-query';
import { everyOne } from '../../providers/every';
import { request } from '../../providers/http';
import { matchCompanies } from '../../providers/lists';
import type { Activity, Centre } from '../../providers/records';
import { fieldOf } from './pasted-columns';
import type { Finder } from './read-rows';

/** The texts of pasted cells that stand for records, by the kind of record. */
export interface ReferenceTexts {
  companies: readonly string[];
  activities: readonly string[];
  hasCentres: boolean;
}

const AT_ONCE = 50;

/** Finds records as everywhere: companies by number or name, centres by code or name, activities by title. */
export function useReferences(resource: string, texts: ReferenceTexts) {
  const { data, isFetching, error, refetch } = useQuery({
    queryKey: ['pasted', 'references', texts],
    queryFn: async () => ({
      companies: await companiesOf(texts.companies),
      centres: texts.hasCentres ? centresOf(await everyOne<Centre>('centres', {})) : NONE,
      activities: await activitiesOf(texts.activities),
    }),
    staleTime: 60_000,
  });
  const find: Finder = (column: Column, text) => {
    const kind = fieldOf(resource, column.name)?.field.references;
    return kind && data?.[kind].get(keyOf[kind](text));
  };
  return { find, isFinding: isFetching && !data, error, retry: () => void refetch() };
}

type Ids = ReadonlyMap<string, string>;
const NONE: Ids = new Map<string, string>();

const numberIn = (text: string): string | undefined =>
  /^[0-9 .]+$/.test(text)
    ? readCompanyNumber(NETHERLANDS.companyNumber, text.replace(/[ .]/g, ''))?.number
    : undefined;

/** How a text is looked up; what is written otherwise and means the same has one key. */
const keyOf = {
  companies: (text: string): string => numberIn(text) ?? normaliseCompanyName(NETHERLANDS, text),
  centres: foldText,
  activities: foldText,
};

async function companiesOf(texts: readonly string[]): Promise<Ids> {
  const asked = [...new Map(texts.map((text) => [keyOf.companies(text), text])).entries()];
  const matches = await matchCompanies(
    asked.map(([, text]) => {
      const kvkNumber = numberIn(text);
      return kvkNumber === undefined ? { name: text } : { kvkNumber };
    }),
  );
  return new Map(
    asked.flatMap(([key], at): [string, string][] => {
      const id = matches[at]?.company?.id;
      return id === undefined ? [] : [[key, id]];
    }),
  );
}

const centresOf = (centres: readonly Centre[]): Ids =>
  unambiguous(
    centres.flatMap(({ id, code, name }): [string, string][] => [
      [keyOf.centres(code), id],
      [keyOf.centres(name), id],
    ]),
  );

async function activitiesOf(texts: readonly string[]): Promise<Ids> {
  const titles = [...new Set(texts)];
  const found: Activity[] = [];
  for (let at = 0; at < titles.length; at += AT_ONCE) {
    const query = { title: titles.slice(at, at + AT_ONCE), perPage: 100 };
    found.push(...(await request<{ data: Activity[] }>('GET', '/activities', { query })).data);
  }
  return unambiguous(found.map(({ id, title }): [string, string] => [keyOf.activities(title), id]));
}

/** What two records are called stands for neither. */
function unambiguous(entries: readonly (readonly [key: string, id: string])[]): Ids {
  const ids = new Map<string, Set<string>>();
  for (const [key, id] of entries) ids.set(key, (ids.get(key) ?? new Set()).add(id));
  return new Map([...ids].flatMap(([key, some]) => (some.size === 1 ? [[key, [...some][0] ?? '']] : [])));
}
