import type { Schemas } from '@fieldlab/api-client';

export type SavedView = Schemas['SavedView'];

/** Lists that are not at the address of their name. */
const ELSEWHERE: Partial<Record<SavedView['resource'], string>> = {
  overview: '/',
  imports: '/imports/earlier',
};

/** Where a view is seen: its address says what is asked for and in which order; its columns are read by its id. */
export function viewPath({ id, resource, state: { filter, sort } }: SavedView): string {
  const asked =
    resource === 'overview'
      ? (filter as Record<string, string>)
      : { filter: JSON.stringify(filter), ...(sort && { sort: sort.field, order: sort.order }) };
  return `${ELSEWHERE[resource] ?? `/${resource}`}?${new URLSearchParams({ ...asked, view: id }).toString()}`;
}
