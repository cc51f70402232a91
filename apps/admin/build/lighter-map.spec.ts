import netherlands from '@svg-maps/netherlands';
import { describe, expect, it } from 'vitest';
import { lighterMap, lighterPath } from './lighter-map';

/** Where the lines of a path begin and end. */
function cornersOf(path: string): number[][] {
  let [here, start] = [
    [0, 0],
    [0, 0],
  ];
  let isStart = false;
  return path
    .trim()
    .split(/\s+/)
    .map((word) => {
      if (word === 'm') isStart = true;
      else if (word === 'z') here = start;
      else {
        const [dx = 0, dy = 0] = word.split(',').map(Number);
        here = [(here[0] ?? 0) + dx, (here[1] ?? 0) + dy];
        if (isStart) start = here;
        isStart = false;
      }
      return here;
    });
}

/** How far a point is from the nearest of others, along the axis on which it is farthest. */
const distance = ([x = 0, y = 0]: number[], others: number[][]): number =>
  Math.min(...others.map(([a = 0, b = 0]) => Math.max(Math.abs(a - x), Math.abs(b - y))));

describe(lighterPath.name, () => {
  it('leaves every province where it was, and weighs less', () => {
    for (const { path } of netherlands.locations) {
      const lighter = lighterPath(path);
      const corners = cornersOf(lighter);
      const moved = cornersOf(path).map((corner) => distance(corner, corners));
      expect(Math.max(...moved)).toBeLessThan(0.11);
      expect(lighter.length).toBeLessThan(path.length * 0.8);
    }
  });

  it('is for the map alone', () => {
    const code = 'export default {"path":"m 1.234,5 0.01,0 z"}';
    expect(lighterMap.transform(code, '/node_modules/@svg-maps/netherlands/index.js')).toBe(
      'export default {"path":"m 1.2,5 z"}',
    );
    expect(lighterMap.transform(code, '/apps/admin/src/main.tsx')).toBeUndefined();
  });
});
