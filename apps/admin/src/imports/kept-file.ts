import type { ImportMapping } from '@fieldlab/domain';
import { openFiles } from '../providers/drafts';

/** A cell that is read otherwise than the file has it, by its place (`placeOf`). */
export type Mends = Readonly<Record<string, string>>;

/** How a file is read, beside what it says itself. */
export interface Settled {
  mends: Mends;
  setAside: boolean;
  /** Why it touches quarters that were accepted. */
  reason?: string | undefined;
  /** What its columns are, where they are not those of the format. */
  mapping?: ImportMapping | undefined;
}

/** A workbook on its way in, and what was said about it; a file is too large for what drafts are kept in. */
export interface KeptImport {
  /** The import it belongs to. */
  id: string;
  workbook: File;
  how: Settled;
}

const KEY = 'import';

export const keepImport = (kept: KeptImport): Promise<void> =>
  openFiles('readwrite', (files) => files.put(kept, KEY)).then(() => undefined);

export const dropImport = (): Promise<void> =>
  openFiles('readwrite', (files) => files.delete(KEY)).then(() => undefined);

/** The workbook of an import that was begun in this browser, if it is here still. */
export async function readImport(id: string): Promise<KeptImport | undefined> {
  const kept = (await openFiles('readonly', (files) => files.get(KEY))) as KeptImport | undefined;
  return kept?.id === id ? kept : undefined;
}
