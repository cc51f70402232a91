type Sentences = typeof import('./refusal-sentences');

let loaded: Sentences | undefined;

/** Fetches the sentences of refusals, once; without a connection what the server said has to do. */
export async function loadRefusalWords(): Promise<void> {
  loaded ??= await import('./refusal-sentences').catch(() => undefined);
}

/** The sentences of refusals. They are there by the time that somebody is told of one. */
export const refusalWords = (): Sentences | undefined => loaded;
