import type { ReactNode } from 'react';
import type { HelpTopic } from '../help/topics';
import type { SortPayload } from 'react-admin';

/** What a list of one kind of record is told by its resource. */
export interface RegisterListProps<T> {
  /** Which kind; each has its explanation. */
  resource: HelpTopic;
  sort: SortPayload;
  /** What a row is called: its link, and its checkbox for a screen reader. */
  nameOf: (record: T) => string;
  /** The two lines of a card on a phone, below its name. */
  card: (record: T) => ReactNode;
  filters?: ReactNode;
  /** What this list is, below its title. */
  lead?: ReactNode;
  /** The columns. */
  children: ReactNode;
  hiddenColumns?: string[];
  /** Where a row leads; by default to its own page. */
  to?: (record: T) => string;
  rowActions?: (record: T) => ReactNode;
  /** What to do as long as there are none, where adding them is not done here. */
  emptyText?: string;
  /** The next step as long as there are none, where that is not adding one here. */
  emptyAction?: ReactNode;
  /** What stands on the page instead of the add button. */
  primaryAction?: ReactNode;
  /** Whether the server finds words in these records. */
  hasSearch?: boolean;
  /** Columns that a file has other than by their own name: what they show, as the server calls it. */
  exportAs?: Readonly<Record<string, readonly string[]>>;
  /** Whether the server makes files of this list; it does of counted records. */
  hasExport?: boolean;
  /** Whether rows can be chosen and deleted, by who may delete them. */
  hasBulk?: boolean;
  /** What else can be done with chosen rows. */
  moreBulkActions?: ReactNode;
}
