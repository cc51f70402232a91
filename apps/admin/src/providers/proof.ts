import { onceMore } from './once-more';

type Asker = () => Promise<boolean>;
const NOBODY: Asker = () => Promise.resolve(false);
let asker = NOBODY;

/** Who asks the reader to show again who they are; answers how to stop asking. */
export function whenProofIsDue(ask: Asker): () => void {
  asker = ask;
  return () => {
    asker = NOBODY;
  };
}

let underWay: Promise<boolean> | undefined;

/** Several writes that wait for it at once are one question. */
function ask(): Promise<boolean> {
  underWay ??= asker().finally(() => {
    underWay = undefined;
  });
  return underWay;
}

/** The address at which the proof itself is given: being refused there is an answer to the question. */
export const PROOF = '/session/proof';

/**
 * What changes how one signs in waits for the reader to show again who they are, and is then sent once more as it was.
 * It is done here, so that every form, dialog and list has it and keeps what was typed.
 */
export const proofOfIdentity = onceMore(
  401,
  async ({ code }, { pathname }) =>
    code === 'REAUTHENTICATION_REQUIRED' && !pathname.endsWith(PROOF) && (await ask()),
);

/** How the window at the provider tells the page that it was opened from how it went. */
const CHANNEL = 'fieldlab.identity-proof';

export interface ProofOutcome {
  /** Why it is no proof; null when it is one. */
  problem: string | null;
}

export function tellProof(outcome: ProofOutcome): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(outcome);
  channel.close();
}

/** Answers how to stop listening. */
export function hearProof(hear: (outcome: ProofOutcome) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<ProofOutcome>) => hear(data);
  return () => channel.close();
}
