import { afterEach } from 'vitest';
import { cleanup } from 'vitest-browser-react/pure';

// Registered for each file: pieces share a page, in which one test finds nothing that another left behind.
afterEach(async () => {
  await cleanup();
  localStorage.clear();
});
