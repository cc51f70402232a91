/** Resources whose records stand elsewhere than on a page to read them. */
const AT_ITSELF = new Set(['attendances', 'users', 'rounds', 'reports', 'comparisons']);

/** Where a record is opened. */
export const recordPath = (resource: string, id: string): string =>
  AT_ITSELF.has(resource) ? `/${resource}/${id}` : `/${resource}/${id}/show`;
