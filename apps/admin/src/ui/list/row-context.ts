import { createContext, useContext, type ReactNode } from 'react';
import type { RaRecord } from 'react-admin';

export type Row = RaRecord<string>;

/** What the rows of a list have in common. */
interface RowWays {
  resource: string;
  nameOf: (record: Row) => string;
  actions: ((record: Row) => ReactNode) | undefined;
  to: ((record: Row) => string) | undefined;
  /** Whether rows can be chosen. */
  hasChoice: boolean;
  /** Whether chosen ones can be deleted. */
  mayDelete: boolean;
}

export const RowContext = createContext<RowWays>({
  resource: '',
  nameOf: () => '',
  actions: undefined,
  to: undefined,
  hasChoice: false,
  mayDelete: false,
});

/** What a row of the list around this is called. */
export const useRowName = (): ((record: Row) => string) => useContext(RowContext).nameOf;
