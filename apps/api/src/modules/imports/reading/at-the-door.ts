import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError, type Language } from '@fieldlab/domain';
import { UPLOAD_FOLDER } from '../../../platform/files/left-behind';
import { WorkbookRefused } from './workbook-refused';

/**
 * Looks at an uploaded file where it lies for as long as that takes.
 * @throws DomainError of the field `file`, with why it is turned away
 */
export async function atTheDoor<T>(
  { content }: { content: Buffer },
  language: Language,
  look: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), UPLOAD_FOLDER));
  try {
    const path = join(folder, 'workbook');
    await writeFile(path, content);
    return await look(path);
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    throw new DomainError(error.code, error.sentence(language), [
      { path: 'file', message: error.sentence(language), code: error.code },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
