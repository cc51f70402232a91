import type { Plugin } from 'vite';

/** Puts a small script of its own before all others of a page: it runs while those are on their way. */
export const firstScript = (page: string, script: string): Plugin => ({
  name: 'first-script',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle, filename }) => {
      if (!bundle || filename !== page) return [];
      const chunk = Object.values(bundle).find(
        (one) => one.type === 'chunk' && one.moduleIds.includes(script),
      );
      if (!chunk) throw new Error(`${script} is not in the build`);
      const attrs = { type: 'module', crossorigin: true, src: `/${chunk.fileName}` };
      return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
    },
  },
});
