/** Lines with something to do at their end, a thin line between them. */
export const LINES = {
  listStyle: 'none',
  m: 0,
  p: 0,
  '& > li': {
    py: 2,
    borderBottom: 1,
    borderColor: 'divider',
    display: 'flex',
    gap: 2,
    alignItems: 'flex-start',
  },
  '& > li:last-of-type': { borderBottom: 0 },
} as const;
