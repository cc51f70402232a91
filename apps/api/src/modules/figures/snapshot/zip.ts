import { createReadStream } from 'node:fs';
import { relative, sep } from 'node:path';
import { Zip, ZipPassThrough } from 'fflate';

/** Files as one zip, read as it is taken. They are not compressed again: Parquet is. */
export async function* zipOf(folder: string, files: readonly string[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = (): Uint8Array[] => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  for (const file of files) {
    const part = new ZipPassThrough(relative(folder, file).replaceAll(sep, '/'));
    zip.add(part);
    for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
      part.push(chunk);
      yield* taken();
    }
    part.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
