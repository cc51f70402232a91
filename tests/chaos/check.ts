import { ROWS_OF_IMPORT, type Acknowledged } from './load';

const MOST_IDS = 100;
const AT_ONCE = 4;

interface Page {
  total: number;
  data: { id: string; version: number; name: string; mergedIntoId: string | null }[];
}

/** What the register does not hold of what it acknowledged, and what it holds by halves: sentences; none is good. */
export async function lossesOf(url: string, token: string, noted: Acknowledged): Promise<string[]> {
  const read = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${url}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return [
    ...(await lostCompanies(read, noted)),
    ...(await lostMerges(read, noted)),
    ...(await halfImports(read, noted)),
    ...(await doubles(read, noted)),
    ...noted.unclear,
  ];
}

type Read = <T>(path: string) => Promise<T>;

async function lostCompanies(read: Read, { companies, merges }: Acknowledged): Promise<string[]> {
  const live = [...companies].filter(([id]) => !merges.has(id));
  const losses: string[] = [];
  for (let at = 0; at < live.length; at += MOST_IDS) {
    const some = live.slice(at, at + MOST_IDS);
    const query = some.map(([id]) => `id=${id}`).join('&');
    const { data } = await read<Page>(`/companies?perPage=${MOST_IDS}&${query}`);
    const found = new Map(data.map((one) => [one.id, one]));
    for (const [id, { version, name }] of some) {
      const now = found.get(id) ?? (await mergedUnnoticed(read, id));
      if (!now) losses.push(`Company ${name} was acknowledged and is not there.`);
      else if (now.version < version || (now.version === version && now.name !== name))
        losses.push(`Company ${name} was acknowledged at version ${version} and is at ${now.version}.`);
    }
  }
  return losses;
}

/** A merge that nobody heard the answer of takes a company out of the lists. */
async function mergedUnnoticed(read: Read, id: string): Promise<Page['data'][number] | undefined> {
  const one = await read<Page['data'][number]>(`/companies/${id}`).catch(() => undefined);
  return one?.mergedIntoId === null ? undefined : one;
}

async function lostMerges(read: Read, { merges }: Acknowledged): Promise<string[]> {
  const [losses, left] = [[] as string[], merges.entries()];
  const checkNext = async (): Promise<void> => {
    for (const [mergedId, survivorId] of left) {
      const { mergedIntoId } = await read<{ mergedIntoId: string | null }>(`/companies/${mergedId}`);
      if (mergedIntoId === null) losses.push(`A merge into ${survivorId} was acknowledged and is not there.`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, checkNext));
  return losses;
}

async function halfImports(read: Read, { imports }: Acknowledged): Promise<string[]> {
  const losses: string[] = [];
  for (const [tag, isAcknowledged] of imports) {
    const query = `municipality=${encodeURIComponent(tag)}&perPage=1`;
    const { total } = await read<Page>(`/companies?${query}`);
    if (total !== ROWS_OF_IMPORT && (total > 0 || isAcknowledged))
      losses.push(`Of the ${ROWS_OF_IMPORT} rows of ${tag} ${total} are there.`);
  }
  return losses;
}

async function doubles(read: Read, { sentAgain }: Acknowledged): Promise<string[]> {
  const losses: string[] = [];
  for (const name of sentAgain) {
    const { total } = await read<Page>(`/companies?name=${encodeURIComponent(name)}&perPage=1`);
    if (total !== 1) losses.push(`Company ${name} was sent twice with one key and is there ${total} times.`);
    sentAgain.delete(name);
  }
  return losses;
}
