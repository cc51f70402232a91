import type { Part } from './part';

const WRONG_PASSWORD = 'a mistyped password of nobody';
const REASON = 'a reason with Jan Jansen in it';
const NAME = 'Eenmanszaak Petronella Zuiderduin';

/** What is typed, sent and answered in secret, looked for in everything that the program has printed, at its chattiest. */
export const secrets: Part = async ({ program, printed }) => {
  const cookie = await program.signIn();
  const token = await program.makeToken('Secrets', ['read', 'records:write']);
  const send = (path: string, body: object, credentials: Record<string, string>): Promise<Response> =>
    fetch(`${program.url}/api/v1${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { 'Content-Type': 'application/json', ...credentials },
    });
  const ours = { Authorization: `Bearer ${token}` };
  await send('/session', { email: 'nobody@people.example', password: WRONG_PASSWORD }, {});
  await send('/session', { email: program.email, password: WRONG_PASSWORD }, {});
  await send('/session/proof', { password: program.password }, { Cookie: cookie });
  await send(
    `/companies?reason=${encodeURIComponent(REASON)}`,
    { name: NAME, legalForm: 'EENMANSZAAK' },
    ours,
  );
  await send('/companies', { name: NAME, kvkNumber: 'x' }, ours);
  await send(
    '/users',
    { email: 'zuiderduin@people.example', name: NAME, role: 'VIEWER', centreIds: [] },
    { Cookie: cookie },
  );
  const text = printed();
  const sought = {
    ...{ 'the password': program.password, 'a mistyped password': WRONG_PASSWORD, 'a token': token },
    ...{
      'the cookie of a session': cookie.split('=')[1] ?? cookie,
      'a reason': REASON,
      "a person's name": NAME,
    },
    "a person's e-mail address": 'zuiderduin@people.example',
  };
  return {
    done: `${Object.keys(sought).length} secrets sent and looked for in ${text.split('\n').length} lines of log at level trace`,
    faults: Object.entries(sought)
      .filter(([, secret]) => text.includes(secret) || text.includes(encodeURIComponent(secret)))
      .map(([name]) => `The log holds ${name}.`),
  };
};
