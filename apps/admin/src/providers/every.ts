import { request, type Query } from './http';

const AT_ONCE = 100;
/** A company may have several records in one place; so many companies' worth surely fit a page. */
const COMPANIES_AT_ONCE = 40;

/** All records of a list, page after page. */
export async function everyOne<T>(resource: string, query: Query): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; ; page += 1) {
    const { data, total } = await request<{ data: T[]; total: number }>('GET', `/${resource}`, {
      query: { sort: 'createdAt', ...query, page, perPage: AT_ONCE },
    });
    all.push(...data);
    if (data.length === 0 || all.length >= total) return all;
  }
}

/** The records of certain companies, however many they are. */
export async function everyOneOf<T>(
  resource: string,
  query: Query,
  companyIds: readonly string[],
): Promise<T[]> {
  const batches = Array.from({ length: Math.ceil(companyIds.length / COMPANIES_AT_ONCE) }, (_, index) =>
    companyIds.slice(index * COMPANIES_AT_ONCE, (index + 1) * COMPANIES_AT_ONCE),
  );
  const found = await Promise.all(batches.map((companyId) => everyOne<T>(resource, { ...query, companyId })));
  return found.flat();
}
