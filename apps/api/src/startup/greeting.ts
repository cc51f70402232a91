import type { INestApplicationContext } from '@nestjs/common';
import type { FirstAdministrator } from '../access/first-administrator';
import { formatDate, formatValue, titleOf } from '../cli/figure-format';
import type { ReadyAccount } from './demonstration/people';
import { FiguresService } from '../modules/figures/figures.service';

/** The figures that people know a programme by. */
const HEADLINES = [
  'companies_participated',
  'companies_participating',
  'fieldlabs_active',
  'hubs_active',
  'spin_offs',
  'investment_realised',
];

/** What is printed once the server listens: where it is, how to sign in, and that it works. */
export async function greeting(
  app: INestApplicationContext,
  address: string,
  signIn: readonly string[],
): Promise<string> {
  return [
    '',
    `  Fieldlab is ready at ${address}`,
    ...signIn.map((line) => `  ${line}`),
    '',
    ...(await headlines(app)).map((line) => `  ${line}`),
    '',
  ].join('\n');
}

/** A server that listens says its passwords, which are shown once, and lives on, though the database left meanwhile. */
async function headlines(app: INestApplicationContext): Promise<string[]> {
  try {
    const { asOf, figures } = await app.get(FiguresService).compute({ indicators: HEADLINES }, 'en');
    const lines = figures.map(
      (figure) => [titleOf(figure, 'en'), formatValue(figure.value, figure.unit, 'en')] as const,
    );
    const width = Math.max(...lines.map(([title]) => title.length));
    return [
      `On ${formatDate(asOf, 'en')}:`,
      ...lines.map(([title, value]) => `  ${title.padEnd(width)}  ${value}`),
    ];
  } catch (error) {
    return [`There are no figures now: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** A generated password is shown this once: only its hash is kept. */
export function howToSignIn(administrator: FirstAdministrator | undefined): string {
  if (!administrator) return 'Sign in with your e-mail address and password.';
  const { email, generatedPassword, weakness } = administrator;
  if (generatedPassword !== undefined) {
    return `Sign in as ${email} with password ${generatedPassword} (shown once: change it under "My account").`;
  }
  const warning = weakness === undefined ? '' : ` Its password is weak: ${weakness}`;
  return `Sign in as ${email} with the password in ADMIN_PASSWORD.${warning}`;
}

/** One account for each role beside the administrator's, of a demonstration that nobody else can reach. */
export function howToLookAround(accounts: readonly ReadyAccount[]): string[] {
  if (accounts.length === 0) return [];
  const longest = Math.max(...accounts.map(({ email }) => email.length));
  return [
    '',
    'Or look around as somebody of the demonstration (shown once; end these accounts under "Users"):',
    ...accounts.map(({ email, password, role, centres }) => {
      const where = centres.length === 0 ? '' : ` of ${centres.join(' and ')}`;
      return `  ${email.padEnd(longest)}  ${password}  ${role.toLowerCase()}${where}`;
    }),
  ];
}
