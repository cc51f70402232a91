/** A record with everything that a form may write as it was before; what the server makes of it is the server's. */
export function restored<T extends object>(now: T, before: T): T {
  const written = Object.entries(before).filter(
    ([name]) => !SERVERS_OWN.has(name) && !isOfReference(name, before),
  );
  return { ...now, ...(Object.fromEntries(written) as Partial<T>) };
}

const SERVERS_OWN = new Set(['id', 'version', 'createdAt', 'updatedAt', 'endedOn']);

/** Whether it tells the name or code of another record, which is referred to by its id. */
function isOfReference(name: string, record: object): boolean {
  const [, stem] = /^(\w+?)(?:Name|Code|Count)s?$/.exec(name) ?? [];
  return stem !== undefined && (`${stem}Id` in record || `${stem}Ids` in record || name.endsWith('Count'));
}
