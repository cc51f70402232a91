import { afterAll, beforeAll, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { PASSWORD } from '../support/actors';
import { startBrowserRun, type BrowserRun } from '../support/browser';
import { fillSmallRegister } from '../support/browser-register';
import { Reader, READERS, type Word } from '../support/browser-reader';
import { freePort } from '../support/free-port';
import { startMailServer, type MailServer } from '../support/mail-server';
import type { Caller } from '../support/register';

let mail: MailServer;
let run: BrowserRun;
let admin: Caller;

beforeAll(async () => {
  const port = await freePort();
  mail = await startMailServer();
  run = await startBrowserRun(
    {
      access: testAccess({ publicUrl: `http://127.0.0.1:${port}` }),
      mail: { smtpUrl: mail.url, from: 'register@register.example', outboxDir: 'unused' },
    },
    port,
  );
  admin = await run.register.as('ADMIN');
  await fillSmallRegister(admin);
});
afterAll(async () => {
  await run.close();
  await mail.close();
});

/** A fieldlab with nothing in it yet, and the invitation of who is to fill it. */
async function invited(language: 'nl' | 'en'): Promise<{ centreId: string; email: string; link: string }> {
  const centre = {
    code: `FL-${language}`,
    kind: 'FIELDLAB',
    name: `Fieldlab Drones ${language}`,
    startedOn: '2020-01-01',
  };
  const { body } = await admin.post('/centres', centre).expect(201);
  const centreId = (body as { id: string }).id;
  const email = `noor-${language}@people.example`;
  const person = { email, name: 'Noor Bakker', role: 'COORDINATOR', centreIds: [centreId], language };
  await admin.post('/users', person).expect(201);
  return { centreId, email, link: (await mail.next(email)).link };
}

/** From an event: a firm of the register, one that stands twice, and one that is new; then a person too many. */
const pastedIn = (language: string): string[][] => [
  ['Bedrijf', 'Plaats', 'Aantal'],
  ['Van Dijk Metaal', 'Hengelo', '2'],
  ['Luchtwerk Twente BV', 'Almelo', '1'],
  ['Luchtwerk Twente BV', 'Almelo', '3'],
  [airfieldOf(language), 'Eelde', 'vier'],
];
/** The two seats share a register: what one makes new is known to the other, so that no name looks like another. */
const airfieldOf = (language: string): string => (language === 'nl' ? 'Vliegveld Eelde' : 'Startbaan Noord');

async function signsUp(reader: Reader, { email, link }: { email: string; link: string }): Promise<void> {
  await reader.page.goto(link);
  await reader.fill(['Nieuw wachtwoord', 'New password'], PASSWORD);
  await reader.press('button', ['Account in gebruik nemen', 'Start using the account']);
  await reader.press('button', ['Account van Noor Bakker', 'Account of Noor Bakker']);
  await reader.press('menuitem', ['Afmelden', 'Sign out']);
  await reader.fill(['E-mailadres', 'E-mail address'], email);
  await reader.fill(['Wachtwoord', 'Password'], PASSWORD);
  await reader.press('button', ['Aanmelden', 'Sign in']);
}

async function logs(reader: Reader, firm: string): Promise<void> {
  if (reader.types) {
    await reader.the('button', ['Deelname vastleggen', 'Log participation']).waitFor();
    await reader.page.keyboard.press('n');
  } else await reader.press('button', ['Vastleggen', 'Log']);
  await reader.find(['Bedrijf', 'Company'], firm, [`Nieuw bedrijf "${firm}"`, `New company "${firm}"`]);
  await reader.choose(['Soort organisatie', 'Kind of organisation'], ['Bedrijf', 'Business']);
  await reader.find(['Plaats', 'Town'], 'ensche', ['Enschede · Overijssel', 'Enschede · Overijssel']);
  await reader.tick(['Actief…', 'Engaged…']);
  expect(await reader.faults()).toEqual([]);
  await reader.press('button', ['Opslaan', 'Save']);
  await reader.sees([`${firm} is vastgelegd bij`, `${firm} was logged at`]);
}

async function stepsUp(reader: Reader, firm: string): Promise<void> {
  await reader.goes(['Deelnames', 'Participations']);
  const doing: Word = [`Ander niveau / Beëindigen: ${firm}`, `Change level / End: ${firm}`];
  await reader.press('button', doing);
  await reader.press('menuitem', ['Ander niveau', 'Change level']);
  await reader.choose(['Nieuw niveau', 'New level'], ['Partner…', 'Partner…']);
  await reader.fill(['Vanaf', 'From'], '2030-01-01');
  expect(await reader.faults()).toEqual([]);
  await reader.press('button', ['Niveau wijzigen', 'Change level']);
  await reader.sees([`${firm} is nu partner.`, `${firm} is now partner.`]);
}

async function trains(reader: Reader): Promise<void> {
  await reader.goes(['Activiteiten', 'Activities']);
  await reader.press('link', ['Activiteit toevoegen', 'Add activity']);
  await reader.fill(['Titel', 'Title'], 'Vliegen met drones');
  await reader.choose(['Soort', 'Kind'], ['Training', 'Training']);
  await reader.fill(['Gehouden op', 'Held on'], '3 maart 2021');
  await reader.press('button', ['Opslaan', 'Save']);
  await reader.press('link', ['Lijst plakken', 'Paste a list']);
}

async function pastes(reader: Reader): Promise<void> {
  const { page } = reader;
  const { language } = reader.seat;
  const text = pastedIn(language)
    .map((row) => row.join('\t'))
    .join('\r\n');
  const box = reader.field(['Plak hier uw rijen', 'Paste your rows here']);
  await box.focus();
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
  await reader.sees(['In 1 rij is iets niet te lezen…', 'Something in 1 row cannot be read…']);
  expect(await reader.faults()).toEqual([]);
  await reader.fill(['Personen, rij 5', 'People, row 5'], '4');
  await page.keyboard.press('Enter');
  // "Luchtwerk Twente BV" tells what it is; this one does not.
  await reader.sees(['Van 1 nieuw bedrijf…', 'It is not yet known…']);
  await reader.pick(
    [`Soort organisatie van ${airfieldOf(language)}`, `Kind of organisation of ${airfieldOf(language)}`],
    ['Overheid', 'Public body'],
  );
  await reader.press('button', ['3 bedrijven vastleggen', 'Log 3 companies']);
  await reader.sees(['Vastgelegd:…', 'Logged:…']);
  await reader.press('link', ['Naar de activiteit', 'To the activity']);
  expect(await reader.faults()).toEqual([]);
}

it.each(READERS)("a coordinator's first day: $language, $width wide", async (seat) => {
  const reader = await Reader.sitsDown(run, seat);
  const { centreId, ...invitation } = await invited(seat.language);
  const firm = `Zonnewiel ${seat.language}`;
  await signsUp(reader, invitation);
  await logs(reader, firm);
  await stepsUp(reader, firm);
  await trains(reader);
  await pastes(reader);
  await reader.leaves();
  const { body: steps } = await admin.get(`/participations?centreId=${centreId}&sort=startedOn`).expect(200);
  const { body: came } = await admin.get(`/attendances?centreId=${centreId}&sort=companyName`).expect(200);
  const name = airfieldOf(seat.language);
  const { body: airfield } = await admin.get(`/companies?name=${encodeURIComponent(name)}`).expect(200);
  expect(airfield.data).toMatchObject([
    { organisationType: 'PUBLIC', municipality: 'Eelde', province: 'NL-DR' },
  ]);
  expect([levelsOf(steps), peopleOf(came)]).toEqual([
    ['ENGAGED', 'PARTNER'],
    { 'Luchtwerk Twente BV': 4, 'Van Dijk Metaal B.V.': 2, [name]: 4 },
  ]);
});

interface Rows<T> {
  data: T[];
}
const levelsOf = ({ data }: Rows<{ level: string }>): string[] => data.map(({ level }) => level);
const peopleOf = ({ data }: Rows<{ companyName: string; people: number }>): object =>
  Object.fromEntries(data.map(({ companyName, people }) => [companyName, people]));
