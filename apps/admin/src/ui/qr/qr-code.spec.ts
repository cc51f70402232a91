import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { qrCode } from './qr-code';

const drawn = (text: string): string =>
  qrCode(text)
    .map((row) => row.map((isDark) => (isDark ? '#' : '.')).join(''))
    .join('\n');

describe(qrCode.name, () => {
  it('draws what another program draws', () => {
    expect(drawn('Fieldlab').split('\n')).toEqual([
      '#######.#...#.#######',
      '#.....#.##.#..#.....#',
      '#.###.#.#####.#.###.#',
      '#.###.#.#.#.#.#.###.#',
      '#.###.#..####.#.###.#',
      '#.....#.#.#.#.#.....#',
      '#######.#.#.#.#######',
      '.....................',
      '##..###.....#..#.####',
      '.####...##..###.#..#.',
      '..###.#..#..#.#.#..#.',
      '.#..#...#.###...#...#',
      '.##...#..#.#.##.....#',
      '........#####...#####',
      '#######....#..#.#..#.',
      '#.....#.#....####....',
      '#.###.#.##..#####..#.',
      '#.###.#...#.###.##.##',
      '#.###.#..##.##..##...',
      '#.....#.#####..##....',
      '#######.#..#..##....#',
    ]);
  });

  it('draws a large one likewise, with its version and several blocks', () => {
    const digest = createHash('sha256')
      .update(drawn('x'.repeat(300)))
      .digest('hex');
    expect(digest).toBe('4b7534cb5655a9234a89f85f110945ef37d16adc96857175066d20133b2897ae');
  });

  it.each([
    [17, 1],
    [18, 2],
    [106, 5],
    [230, 9],
    [231, 10],
    [271, 10],
    [858, 20],
  ])('takes for %i bytes version %i', (bytes, version) => {
    expect(qrCode('x'.repeat(bytes))).toHaveLength(version * 4 + 17);
  });

  it('refuses what does not fit', () => {
    expect(() => qrCode('x'.repeat(859))).toThrow(RangeError);
  });
});
