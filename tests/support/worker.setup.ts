import { bundle } from './bundle';

/** Tests run the sources, but threads and processes run a program: it is made once, in about half a second. */
export default async function setup(): Promise<void> {
  await bundle('apps/api/src/worker.ts', 'worker', 'worker');
}
