/** How many steps there are in one unit of the map: finer is not seen on a screen. */
const GRID = 5;

type Point = readonly [x: number, y: number];

const ORIGIN: Point = [0, 0];
const onGrid = ([x, y]: Point): Point => [Math.round(x * GRID), Math.round(y * GRID)];
const spelt = (steps: number): string => String(Number((steps / GRID).toFixed(2)));

/**
 * An SVG path of relative lines (`m x,y dx,dy … z`) with its points on a grid. Every point is rounded where it lies and
 * not the step to it, so that errors do not add up and neighbours keep one border.
 */
export function lighterPath(path: string): string {
  let [here, there, start] = [ORIGIN, ORIGIN, ORIGIN];
  let isStart = false;
  const words = path
    .trim()
    .split(/\s+/)
    .map((word) => {
      if (word === 'm') {
        isStart = true;
        return word;
      }
      if (word === 'z') {
        [here, there] = [start, onGrid(start)];
        return word;
      }
      const [dx = 0, dy = 0] = word.split(',').map(Number);
      const from = there;
      here = [here[0] + dx, here[1] + dy];
      there = onGrid(here);
      const [x, y] = [there[0] - from[0], there[1] - from[1]];
      const isNothing = !isStart && x === 0 && y === 0;
      if (isStart) start = here;
      isStart = false;
      return isNothing ? '' : `${spelt(x)},${spelt(y)}`;
    });
  return words.filter((word) => word !== '').join(' ');
}

/** For the build: the map of the Netherlands at half its weight. */
export const lighterMap = {
  name: 'lighter-map',
  transform: (code: string, id: string): string | undefined =>
    id.includes('@svg-maps/netherlands')
      ? code.replace(/"path":"(m [^"]*)"/g, (_whole, path: string) => `"path":"${lighterPath(path)}"`)
      : undefined,
};
