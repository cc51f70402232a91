import { createApiClient } from '@fieldlab/api-client';
import { fetchOnce } from './early-answers';
import { proofOfIdentity } from './proof';
import { reasonForLockedPeriods } from './reason';
import { noteAnswer } from './session-end';

let language = 'nl';

/** Errors and labels come in the language that is on screen. */
export function speakToApiIn(locale: string): void {
  language = locale;
}

const client = createApiClient({ fetch: fetchOnce });
client.use({
  onRequest: ({ request }) => {
    request.headers.set('Accept-Language', language);
    return request;
  },
  onResponse: ({ response }) => noteAnswer(response),
});
client.use(reasonForLockedPeriods);
client.use(proofOfIdentity);

/** The admin's only way to the register. */
export const api = client;
