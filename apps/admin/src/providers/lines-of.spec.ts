import { describe, expect, it } from 'vitest';
import { linesOf } from './lines-of';

async function linesIn(...pieces: Uint8Array[]): Promise<string[]> {
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const lines: string[] = [];
  for await (const line of linesOf(stream)) lines.push(line);
  return lines;
}

describe(linesOf.name, () => {
  const bytes = new TextEncoder().encode('een\n{"twee":"é"}\n\ndrie');

  it('puts together what was cut anywhere, within a letter too', async () => {
    for (let cut = 0; cut <= bytes.length; cut += 1)
      expect(await linesIn(bytes.slice(0, cut), bytes.slice(cut))).toEqual([
        'een',
        '{"twee":"é"}',
        '',
        'drie',
      ]);
  });

  it('has no line after the last end of one', async () => {
    expect(await linesIn(new TextEncoder().encode('een\n'))).toEqual(['een']);
    expect(await linesIn()).toEqual([]);
  });
});
