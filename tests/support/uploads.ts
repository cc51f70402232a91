import type { ImportDto } from '@api/modules/imports/import.dto';
import { hasEnded } from '@api/modules/imports/import.dto';
import type { Caller } from './register';

/** Sends a workbook and waits until its import has ended, whatever became of it. */
export async function uploaded(caller: Caller, file: Uint8Array, query = ''): Promise<ImportDto> {
  const { body, status, text } = await caller
    .post(`/imports${query}`)
    .attach('file', Buffer.from(file), 'workbook.xlsx');
  if (status !== 202) throw new Error(`POST /imports answered ${status}: ${text}`);
  return ended(caller, (body as ImportDto).id);
}

async function ended(caller: Caller, id: string): Promise<ImportDto> {
  for (;;) {
    const { body } = await caller.get(`/imports/${id}`).expect(200);
    const found = body as ImportDto;
    if (hasEnded(found.status)) return found;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
